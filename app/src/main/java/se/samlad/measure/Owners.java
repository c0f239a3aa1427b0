package se.samlad.measure;

import java.util.UUID;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;

/** Who may do what with a measure. The database's policies say the same; these say it in sentences. */
final class Owners {

  private Owners() {}

  /** The member named, or anybody who coordinates or sits in a group for the owner. */
  static boolean answersFor(Actor actor, Measure measure) {
    UUID member = measure.ownerMember();
    return actor.kind() == ActorKind.SYSTEM
        || member != null && member.equals(actor.user())
        || speaksFor(actor, measure.ownerOrg());
  }

  static boolean actsOn(Actor actor, Measure measure) {
    return actor.has(Role.COORDINATOR) || answersFor(actor, measure);
  }

  static void requireActs(Actor actor, Measure measure) {
    if (!actsOn(actor, measure)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "measure.refused.act");
    }
  }

  static void requireOwner(Actor actor, Measure measure) {
    if (!answersFor(actor, measure)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "measure.refused.owner");
    }
  }

  /** The coordinator proposes for everybody, a group's member for the member's own organisation. */
  static void requireProposer(Actor actor, UUID group, UUID owner) {
    boolean own = actor.groups().contains(group) && speaksFor(actor, owner);
    if (actor.kind() != ActorKind.SYSTEM && !actor.has(Role.COORDINATOR) && !own) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "measure.refused.propose");
    }
  }

  private static boolean speaksFor(Actor actor, UUID organisation) {
    return actor.organisations().contains(organisation)
        && (actor.has(Role.ORGANISATION_COORDINATOR) || actor.has(Role.GROUP_MEMBER));
  }
}
