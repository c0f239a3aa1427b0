package se.samlad.demo.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samlad.ground.access.OrganisationKind;

/** Who takes part, with ids: what the history is told with. */
public record Cast(List<Party> parties, Map<String, UUID> areas, UUID coordinator) {

  public Cast {
    parties = List.copyOf(parties);
    areas = Map.copyOf(areas);
  }

  /**
   * An organisation.
   *
   * @param coordinator its own coordinator's account
   * @param handedOver whether its doubtful texts are the EST coordinator's to review
   */
  public record Party(
      UUID id,
      String name,
      OrganisationKind kind,
      UUID coordinator,
      boolean handedOver,
      List<Squad> squads) {
    public Party {
      squads = List.copyOf(squads);
    }
  }

  /**
   * A unit with its reporters.
   *
   * @param weeksAgo how many whole weeks before the last closed one it began to report
   */
  public record Squad(UUID id, String name, int weeksAgo, Set<String> areas, List<UUID> reporters) {
    public Squad {
      areas = Set.copyOf(areas);
      reporters = List.copyOf(reporters);
    }

    public boolean covers(String area) {
      return areas.contains(area);
    }
  }

  /** The police organisation's id, where the police take part. */
  public Optional<UUID> police() {
    return parties.stream()
        .filter(party -> party.kind() == OrganisationKind.POLICE)
        .map(Party::id)
        .findFirst();
  }

  public Party party(String name) {
    return parties.stream()
        .filter(party -> party.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no organisation " + name));
  }
}
