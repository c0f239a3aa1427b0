package se.samlad.reporting.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.FormBoard;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.reporting.jdbc.OwnUseStore;

/** The tiles of the phone that asks: in its member's own order, by what she has reported during half a year. */
@Component
class Tiles {

  private static final Duration USE = Duration.ofDays(180);

  private final Categories categories;
  private final Organisations organisations;
  private final OwnUseStore use;
  private final Clock clock;

  Tiles(Categories categories, Organisations organisations, OwnUseStore use, Clock clock) {
    this.categories = categories;
    this.organisations = organisations;
    this.use = use;
    this.clock = clock;
  }

  /** The tiles in the acting member's order; one with the code {@code also} is among them whatever the catalogue says now. */
  @Transactional(readOnly = true)
  public FormBoard board(String also) {
    return FormBoard.of(categories.onForm(), use.since(clock.instant().minus(USE)), kinds(), also);
  }

  /** The tiles in the municipality's own order, without anything of a member's, for the phone to keep. */
  @Transactional(readOnly = true)
  public FormBoard bare() {
    return FormBoard.of(categories.onForm(), Map.of(), Set.of(), "");
  }

  private Set<OrganisationKind> kinds() {
    Actor actor = CurrentActor.get();
    return organisations.list().stream()
        .filter(organisation -> actor.organisations().contains(organisation.id()))
        .map(Organisation::kind)
        .collect(Collectors.toSet());
  }
}
