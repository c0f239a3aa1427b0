package se.samlad.desk.founding;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Invitations;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.geography.AreaRegister;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;

/** Founds a municipality with what it cannot be without: a name, the default catalogue and, where given, its areas. */
@Service
public class Founding {

  private final Municipalities municipalities;
  private final DefaultCatalogue catalogue;
  private final AreaRegister areas;
  private final Organisations organisations;
  private final Groups groups;
  private final Members members;
  private final Invitations invitations;
  private final Clock clock;

  Founding(
      Municipalities municipalities,
      DefaultCatalogue catalogue,
      AreaRegister areas,
      Organisations organisations,
      Groups groups,
      Members members,
      Invitations invitations,
      Clock clock) {
    this.municipalities = municipalities;
    this.catalogue = catalogue;
    this.areas = areas;
    this.organisations = organisations;
    this.groups = groups;
    this.members = members;
    this.invitations = invitations;
    this.clock = clock;
  }

  public Municipality found(
      String slug, String name, boolean demo, List<AreaRegister.NewArea> outlines) {
    return municipalities.found(slug, name, demo, () -> furnish(outlines));
  }

  /** The first start: organisations, a working group that covers everything and a first administrator too, all or nothing. */
  public Founded found(FirstTown town) {
    List<String> link = new ArrayList<>();
    Municipality municipality = municipalities.found(slug(town.name()), town.name(), false, () -> {
      List<UUID> entered = furnish(town.areas());
      town.organisations().forEach(organisations::add);
      groups.save(WorkingGroup.of(Ids.next(), slug(town.group()), town.group(), GroupLevel.LOCAL)
          .covering(Set.copyOf(entered))
          .coveringAll());
      Member administrator =
          members.add(town.administrator(), Locale.of("sv"), List.of(Grant.of(Role.ADMINISTRATOR)));
      link.add(invitations.invite(administrator.id(), town.email()));
    });
    return new Founded(municipality, link.getFirst());
  }

  /** What the first start asks for. */
  public record FirstTown(
      String name,
      List<AreaRegister.NewArea> areas,
      Map<String, OrganisationKind> organisations,
      String group,
      String administrator,
      String email) {}

  /** The municipality and the path of the first administrator's invitation. */
  public record Founded(Municipality municipality, String invitation) {}

  private List<UUID> furnish(List<AreaRegister.NewArea> outlines) {
    catalogue.install();
    return areas.enter(outlines, LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm"))));
  }

  /** The short name in anonymous addresses: {@code Åre kommun} is {@code are-kommun}. */
  public static String slug(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return plain.length() > 40 ? plain.substring(0, 40).replaceAll("-$", "") : plain;
  }
}
