package se.samlad.measure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.Sentences;
import se.samlad.insight.Hotspot;
import se.samlad.insight.Hotspots;
import se.samlad.measure.Indicator;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.Measures;
import se.samlad.problem.NewProblem;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** From form to measure; the problem is taken up in the same transaction, so that a measure refused leaves none behind. */
@Component
class Proposal {

  private final Measures measures;
  private final Problems problems;
  private final Hotspots hotspots;
  private final MeasureViews views;
  private final Sentences sentences;

  Proposal(
      Measures measures,
      Problems problems,
      Hotspots hotspots,
      MeasureViews views,
      Sentences sentences) {
    this.measures = measures;
    this.problems = problems;
    this.hotspots = hotspots;
    this.views = views;
    this.sentences = sentences;
  }

  /** The form as it is first shown: what the problem or hotspot tells is filled in. */
  MeasureForm suggested(String hotspot, String problem, String group) {
    LocalDate doneBy = views.today().plusWeeks(2);
    UUID problemId = MeasureForm.id(problem);
    Problem known = problemId == null ? null : problems.get(problemId);
    Hotspot found = hotspot(hotspot);
    return new MeasureForm(
        "",
        "",
        known == null ? "" : known.id().toString(),
        found == null ? "" : found.id().toString(),
        group,
        "",
        known != null ? place(known) : found == null ? "" : found.name(),
        "",
        "",
        String.valueOf(MeasureDraft.DEFAULT_DROP),
        "",
        known != null
            ? known.categories()
            : found == null ? List.of() : Problems.taken(found, found.id()).categories(),
        String.valueOf(Indicator.DEFAULT_RADIUS),
        List.of(),
        "0",
        "24",
        doneBy.toString(),
        MeasureFormPages.followUp(doneBy).toString(),
        "",
        sentences.text("measure.tell.default"),
        "",
        "",
        "",
        "",
        "");
  }

  @Transactional
  public UUID propose(MeasureForm typed) {
    List<InputProblem> wrong = new ArrayList<>();
    UUID problem = problemId(typed, wrong);
    MeasureDraft draft = typed.draft(problem, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return measures.propose(draft);
  }

  /** The problem the form is about, or null when a new one is described in it. */
  @Nullable
  Problem problem(MeasureForm typed) {
    UUID id = MeasureForm.id(typed.problem());
    return id == null ? null : problems.find(id).orElse(null);
  }

  /** The hotspot the form is about; null when it is about none. */
  @Nullable
  Hotspot hotspot(String id) {
    UUID wanted = MeasureForm.id(id);
    return wanted == null ? null : hotspots.get(wanted);
  }

  Problem problemOf(Measure measure) {
    return problems.get(measure.problem());
  }

  private @Nullable UUID problemId(MeasureForm typed, List<InputProblem> wrong) {
    UUID chosen = MeasureForm.id(typed.problem());
    if (chosen != null) {
      return chosen;
    }
    UUID group = MeasureForm.id(typed.grupp());
    Hotspot found = hotspot(typed.hotspot());
    if (found != null && group != null) {
      return problems.ofHotspot(found, group);
    }
    if (typed.problemrubrik().isBlank() || group == null) {
      return null;
    }
    LocalDate today = views.today();
    try {
      return problems
          .open(NewProblem.said(
              group,
              typed.problemrubrik(),
              typed.plats(),
              null,
              typed.mats(),
              today.minusWeeks(4),
              today))
          .value();
    } catch (InvalidInput invalid) {
      invalid.problems().stream()
          .filter(problem -> problem.field().equals("title"))
          .forEach(problem -> wrong.add(InputProblem.of(
              "problemrubrik", problem.messageKey(), problem.arguments().toArray())));
      return null;
    }
  }

  private static String place(Problem problem) {
    return problem.place().isEmpty() ? problem.title() : problem.place();
  }
}
