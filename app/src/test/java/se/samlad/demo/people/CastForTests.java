package se.samlad.demo.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.samlad.demo.town.Town;

/** The cast of Lindesta without a database. */
public final class CastForTests {

  private CastForTests() {}

  public static Cast lindesta(Town town) {
    Map<String, UUID> areas = new HashMap<>();
    town.districts().forEach(district -> areas.put(district.name(), id(district.name())));
    List<Cast.Party> parties = new ArrayList<>();
    for (Roster.OrganisationPlan plan : Roster.LINDESTA) {
      List<Cast.Squad> squads = Arrays.stream(plan.units())
          .map(unit -> new Cast.Squad(
              id(unit.name()),
              unit.name(),
              unit.weeksAgo(),
              unit.areas().length == 0 ? areas.keySet() : Set.of(unit.areas()),
              reporters(unit)))
          .toList();
      parties.add(new Cast.Party(
          id(plan.name()),
          plan.name(),
          plan.kind(),
          id("coordinator " + plan.name()),
          plan.handsOver(),
          squads));
    }
    return new Cast(parties, areas, id("coordinator"));
  }

  private static List<UUID> reporters(Roster.UnitPlan unit) {
    List<UUID> reporters = new ArrayList<>();
    for (int i = 0; i < unit.reporters(); i++) {
      reporters.add(id(unit.name() + i));
    }
    return reporters;
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
