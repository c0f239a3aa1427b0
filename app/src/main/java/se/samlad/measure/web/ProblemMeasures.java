package se.samlad.measure.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Sentences;
import se.samlad.insight.PlaceNotes;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.Measures;
import se.samlad.problem.Problem;
import se.samlad.problem.ProblemNotes;
import se.samlad.problem.ProblemStatus;

/** The measures that answer a problem, as far as the reader may see them. */
@Component
class ProblemMeasures implements ProblemNotes {

  private final Measures measures;
  private final PlaceMeasures notes;
  private final Sentences sentences;

  ProblemMeasures(Measures measures, PlaceMeasures notes, Sentences sentences) {
    this.measures = measures;
    this.notes = notes;
    this.sentences = sentences;
  }

  @Override
  public List<PlaceNotes.Note> of(Problem problem) {
    return measures.list(MeasureFilter.all()).stream()
        .filter(measure -> measure.problem().equals(problem.id()))
        .sorted(Comparator.comparing(Measure::createdAt).reversed())
        .map(notes::note)
        .toList();
  }

  @Override
  public List<PlaceNotes.Action> actions(Problem problem) {
    Actor actor = CurrentActor.get();
    boolean proposes = actor.has(Role.COORDINATOR) || actor.has(Role.GROUP_MEMBER);
    return proposes && problem.status() != ProblemStatus.CLOSED
        ? List.of(new PlaceNotes.Action(
            sentences.text("measure.list.new"), "/atgarder/ny?problem=" + problem.id(), true))
        : List.of();
  }
}
