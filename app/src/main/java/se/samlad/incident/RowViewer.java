package se.samlad.incident;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;

/**
 * Runs work as the current actor when rows are shown, without the leadership's view: leadership reads aggregates under the rule of fewer
 * than five, never rows, and whoever sits in a group as well sees the rows of that group alone.
 */
public final class RowViewer {

  private RowViewer() {}

  /** Runs the work, which begins its own transactions. */
  public static <T> T as(Supplier<T> work) {
    return CurrentActor.as(actor(CurrentActor.get()), work);
  }

  static Actor actor(Actor actor) {
    if (!actor.has(Role.LEADERSHIP)) {
      return actor;
    }
    Set<Role> roles = EnumSet.copyOf(actor.roles());
    roles.remove(Role.LEADERSHIP);
    return new Actor(
        actor.municipality(),
        actor.kind(),
        actor.user(),
        roles,
        actor.organisations(),
        actor.coordinated(),
        actor.groups(),
        actor.areas(),
        actor.wholeMunicipality(),
        actor.linkSubject());
  }
}
