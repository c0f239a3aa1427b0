package se.samlad.ground.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/** Test vocabulary: founds municipalities with organisations, members and tokens through the module's own verbs. */
@TestComponent
public class Neighbourhood {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Municipalities municipalities;
  private final Organisations organisations;
  private final Members members;
  private final ApiTokens tokens;
  private final Tenancy tenancy;

  Neighbourhood(
      Municipalities municipalities,
      Organisations organisations,
      Members members,
      ApiTokens tokens,
      Tenancy tenancy) {
    this.municipalities = municipalities;
    this.organisations = organisations;
    this.members = members;
    this.tokens = tokens;
    this.tenancy = tenancy;
  }

  public Municipality municipality() {
    return municipalities.found("prov-" + COUNT.incrementAndGet(), "Provköping", false);
  }

  public Municipality demo() {
    return municipalities.found("demo-" + COUNT.incrementAndGet(), "Demoköping", true);
  }

  public UUID organisation(Municipality municipality, String name) {
    return in(
        municipality, () -> organisations.add(name, OrganisationKind.OTHER).id());
  }

  public UUID member(Municipality municipality, Grant... grants) {
    return in(
        municipality,
        () -> members.add("Medlem", Locale.of("sv"), List.of(grants)).id());
  }

  public UUID demoMember(Municipality municipality, DemoRole role, Grant... grants) {
    UUID member = member(municipality, grants);
    in(municipality, () -> {
      members.playDemo(member, role);
      return member;
    });
    return member;
  }

  public String token(Municipality municipality, UUID organisation, Set<Scope> scopes) {
    UUID principal = member(municipality, Grant.of(Role.REPORTER, organisation));
    return in(
        municipality,
        () -> tokens.issue(organisation, principal, "prov", scopes, null).secret());
  }

  public <T> T in(Municipality municipality, Supplier<T> work) {
    return tenancy.as(Actor.system(municipality.id()), work);
  }
}
