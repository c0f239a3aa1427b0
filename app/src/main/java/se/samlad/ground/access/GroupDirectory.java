package se.samlad.ground.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/** Knows which areas an audience's group covers, and so as whom a document or figure is computed. */
@Component
public class GroupDirectory {

  private final Groups groups;
  private final Tenancy tenancy;

  GroupDirectory(Groups groups, Tenancy tenancy) {
    this.groups = groups;
    this.tenancy = tenancy;
  }

  /** The actor that sees exactly what the audience may see, in the municipality of whoever asks. */
  public Actor audienceActor(Audience audience) {
    return audienceActor(CurrentActor.get().municipality(), audience);
  }

  public Actor audienceActor(MunicipalityId municipality, Audience audience) {
    if (audience instanceof Audience.Group(var id)) {
      WorkingGroup group = tenancy.readAs(Actor.system(municipality), () -> groups.get(id));
      if (group.level().sharesIncidents()) {
        return Actor.audience(municipality, audience, group.areas(), group.wholeMunicipality());
      }
      return steering(municipality, id);
    }
    return Actor.audience(municipality, audience, Set.of(), false);
  }

  /** A steering group reads as the leadership does, and its own documents. */
  private static Actor steering(MunicipalityId municipality, UUID group) {
    return new Actor(
        municipality,
        ActorKind.PERSON,
        null,
        Set.of(Role.LEADERSHIP),
        Set.of(),
        Set.of(),
        Set.of(group),
        Set.of(),
        false,
        null);
  }
}
