package se.samlad.ground.access.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.ground.access.ApiToken;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/** {@code samlad token}: bearer tokens for the API. The secret is shown once, on the last line. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Utfärdar, visar, byter och återkallar API-nycklar.")
public final class TokenCommand implements ConsoleCommand {

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println(
        "Ange create, list, rotate eller revoke. bin/samlad token --help visar hur.");
    return 2;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Utfärdar en nyckel. Den står ensam på sista raden och visas bara nu.")
  int create(
      @Option(
              names = "--demo",
              description =
                  "Roll i demokommunen: vaktare rapportor samordnare polis bostadsbolag gruppmedlem ledning administrator dataskydd drift.")
          @Nullable
          String demo,
      @Option(names = "--municipality", description = "Kommunens kortnamn.") @Nullable
          String municipality,
      @Option(names = "--organisation", description = "Organisationens namn eller id.") @Nullable
          String organisation,
      @Option(
              names = "--user",
              description =
                  "Användaren som nyckeln handlar för; annars ett eget tjänstekonto som är rapportör.")
          @Nullable
          UUID user,
      @Option(names = "--name", defaultValue = "api", description = "Vad nyckeln är till för.")
          String name,
      @Option(
              names = "--scopes",
              split = ",",
              description = "Behörigheter, till exempel reports:write,reports:read; annars alla.")
          @Nullable
          List<String> scopes,
      @Option(names = "--days", description = "Gäller så många dagar.") @Nullable Integer days,
      @Option(
              names = "--writes-per-second",
              defaultValue = "60",
              description = "Högst så många skrivningar i sekunden.")
          int writes,
      @Option(
              names = "--reads-per-second",
              defaultValue = "300",
              description = "Högst så många läsningar i sekunden.")
          int reads) {
    Set<Scope> chosen = scopes(scopes);
    Limits limits = new Limits(writes, reads, days);
    if (demo != null) {
      DemoRole role = DemoRole.find(demo)
          .orElseThrow(() -> new IllegalStateException("Rollen " + demo + " finns inte. Roller: "
              + Stream.of(DemoRole.values()).map(DemoRole::code).collect(Collectors.joining(" "))));
      return opener.open(context -> demoToken(context, role, chosen, limits));
    }
    if (municipality == null || organisation == null) {
      throw new IllegalStateException("Ange --demo ROLL, eller --municipality och --organisation.");
    }
    return InMunicipality.run(opener, municipality, context -> {
      Organisation owner = InMunicipality.organisation(context, organisation);
      Members members = context.getBean(Members.class);
      UUID principal = user == null
          ? members
              .addServiceAccount(name, List.of(Grant.of(Role.REPORTER, owner.id())))
              .id()
          : members.get(user).id();
      print(context, owner.id(), principal, name, chosen, limits);
      return 0;
    });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Visar nycklarna, aldrig hemligheten.")
  int list(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality) {
    return InMunicipality.run(opener, municipality, context -> {
      context
          .getBean(ApiTokens.class)
          .list()
          .forEach(token -> System.out.printf(
              "%s  %-10s %-20s %s%n",
              token.id(),
              token.usableAt(Instant.now()) ? "gäller" : "slut",
              token.name(),
              token.scopes().stream().map(Scope::text).sorted().toList()));
      return 0;
    });
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Byter hemligheten; den gamla slutar gälla genast.")
  int rotate(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--token", required = true, description = "Nyckelns id.") UUID token) {
    return InMunicipality.run(opener, municipality, context -> {
      System.out.println(context.getBean(ApiTokens.class).rotate(token).secret());
      return 0;
    });
  }

  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Återkallar en nyckel.")
  int revoke(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--token", required = true, description = "Nyckelns id.") UUID token) {
    return InMunicipality.run(opener, municipality, context -> {
      context.getBean(ApiTokens.class).revoke(token);
      return 0;
    });
  }

  private record Limits(int writes, int reads, @Nullable Integer days) {}

  private static int demoToken(
      ApplicationContext context, DemoRole role, Set<Scope> scopes, Limits limits) {
    Members members = context.getBean(Members.class);
    Tenancy tenancy = context.getBean(Tenancy.class);
    for (Municipality municipality : context.getBean(Municipalities.class).list()) {
      var principal = tenancy.readAs(Actor.system(municipality.id()), () -> members.findDemo(role));
      if (principal.isPresent()) {
        return InMunicipality.asSystem(context, municipality.id(), opened -> {
          UUID organisation = organisationOf(opened, principal.get());
          print(opened, organisation, principal.get(), "demo " + role.code(), scopes, limits);
          return 0;
        });
      }
    }
    throw new IllegalStateException(
        "Ingen demokommun har rollen " + role.code() + ". bin/run startar demon.");
  }

  /** The member's own organisation; for roles above organisations the municipality's. */
  private static UUID organisationOf(ApplicationContext context, UUID member) {
    List<UUID> own = context.getBean(Members.class).get(member).organisations();
    if (!own.isEmpty()) {
      return own.getFirst();
    }
    List<Organisation> all = context.getBean(Organisations.class).list();
    return all.stream()
        .filter(organisation -> organisation.kind() == OrganisationKind.MUNICIPALITY)
        .findFirst()
        .orElseGet(all::getFirst)
        .id();
  }

  private static void print(
      ApplicationContext context,
      UUID organisation,
      UUID principal,
      String name,
      Set<Scope> scopes,
      Limits limits) {
    Instant now = Instant.now();
    Integer days = limits.days();
    System.out.println(context
        .getBean(ApiTokens.class)
        .issue(new ApiToken(
            Ids.next(),
            organisation,
            principal,
            name,
            scopes,
            limits.writes(),
            limits.reads(),
            now,
            days == null ? null : now.plus(days, ChronoUnit.DAYS),
            null))
        .secret());
  }

  private static Set<Scope> scopes(@Nullable List<String> texts) {
    if (texts == null) {
      return EnumSet.allOf(Scope.class);
    }
    return texts.stream()
        .map(text -> Scope.find(text)
            .orElseThrow(() ->
                new IllegalStateException("Behörigheten " + text + " finns inte. Behörigheter: "
                    + Stream.of(Scope.values()).map(Scope::text).collect(Collectors.joining(" ")))))
        .collect(Collectors.toSet());
  }
}
