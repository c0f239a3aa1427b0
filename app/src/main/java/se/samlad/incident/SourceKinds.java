package se.samlad.incident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;

/** Says where sources come from: by name to the EST coordinator and to an owner about its own, by kind of organisation to all others. */
@Component
public class SourceKinds {

  private final Organisations organisations;

  SourceKinds(Organisations organisations) {
    this.organisations = organisations;
  }

  /**
   * A source's origin as the actor may know it.
   *
   * @param name empty when only the kind may be known
   */
  public record Origin(String kind, String name) {}

  /** The origins of all owners there are, for the actor. */
  @Transactional(readOnly = true)
  public Map<UUID, Origin> all() {
    Actor actor = CurrentActor.get();
    return organisations.all().stream()
        .collect(Collectors.toMap(
            Organisation::id,
            organisation -> new Origin(
                organisation.kind().name(),
                named(actor, organisation.id()) ? organisation.name() : "")));
  }

  /** The kinds of the owners, each once, in order. */
  public static List<String> kinds(List<UUID> owners, Map<UUID, Origin> origins) {
    return owners.stream()
        .map(origins::get)
        .map(Origin::kind)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean named(Actor actor, UUID organisation) {
    return actor.has(Role.COORDINATOR) || actor.coordinates(organisation);
  }
}
