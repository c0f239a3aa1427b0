package se.samlad.ground.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;

/** Whose eyes somebody may look with: rights mapped to audiences, and audiences to the actor a figure for them is computed as. */
@Service
@Transactional(readOnly = true)
public class Audiences {

  private final Groups groups;
  private final Organisations organisations;
  private final GroupDirectory directory;

  Audiences(Groups groups, Organisations organisations, GroupDirectory directory) {
    this.groups = groups;
    this.organisations = organisations;
    this.directory = directory;
  }

  /** The audience somebody looks as before choosing: the first of {@link #choices}. */
  public Audience of(Actor actor) {
    return choices(actor).getFirst();
  }

  /**
   * All the actor may look as, widest first: the EST coordinator as any group and as the leadership too, a member as each of the own
   * groups, an organisation's coordinator as the organisation. A reporter without other roles sees the published picture.
   */
  public List<Audience> choices(Actor actor) {
    boolean everywhere = actor.has(Role.COORDINATOR) || actor.kind() == ActorKind.SYSTEM;
    List<Audience> choices = new ArrayList<>();
    if (everywhere) {
      choices.add(new Audience.Coordinator());
    }
    groups.list().stream()
        .filter(group -> group.level().sharesIncidents())
        .filter(group -> everywhere || actor.groups().contains(group.id()))
        .sorted(java.util.Comparator.comparing(WorkingGroup::name).thenComparing(WorkingGroup::id))
        .forEach(group -> choices.add(new Audience.Group(group.id())));
    organisations.list().stream()
        .filter(organisation -> actor.coordinates(organisation.id()))
        .forEach(organisation -> choices.add(new Audience.Organisation(organisation.id())));
    if (everywhere || actor.has(Role.LEADERSHIP)) {
      choices.add(new Audience.Leadership());
    }
    if (choices.isEmpty()) {
      choices.add(new Audience.Public());
    }
    return List.copyOf(choices);
  }

  /** The choice with that key; empty when there is none, or when it is not the actor's to choose. */
  public Optional<Audience> find(Actor actor, String key) {
    return choices(actor).stream().filter(choice -> choice.key().equals(key)).findFirst();
  }

  /** Who a figure for the audience is computed as, with the areas of its group. */
  public Actor actor(Audience audience) {
    return directory.audienceActor(audience);
  }

  /** Passes when whoever acts may look as the audience; otherwise there is no such thing, as for others' things. */
  public void require(Audience audience) {
    Actor actor = CurrentActor.get();
    if (actor.kind() == ActorKind.SYSTEM || audience instanceof Audience.Public) {
      return;
    }
    boolean steering = audience instanceof Audience.Group(var id)
        && (actor.has(Role.LEADERSHIP) || actor.has(Role.COORDINATOR))
        && groups.find(id).filter(group -> !group.level().sharesIncidents()).isPresent();
    if (!steering && !choices(actor).contains(audience)) {
      throw new NotFound("audience " + audience.key());
    }
  }
}
