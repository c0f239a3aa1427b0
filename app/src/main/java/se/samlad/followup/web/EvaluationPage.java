package se.samlad.followup.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.measure.Measure;

/**
 * What the evaluation of a measure shows, already in the reader's words.
 *
 * @param waiting why nothing is judged yet
 * @param kept what the system said when the measure was concluded
 * @param plan the form that chooses what is compared, for those who may
 * @param outcomes empty when the reader may not decide or nothing is to be decided
 */
record EvaluationPage(
    List<Crumb> crumbs,
    Measure measure,
    String question,
    @Nullable Answer answer,
    @Nullable String waiting,
    @Nullable String kept,
    @Nullable PlanForm plan,
    List<Choice> outcomes) {

  record Answer(
      String words,
      String certainty,
      String lead,
      List<Count> counts,
      String chart,
      String map,
      String mapNote,
      String before,
      String after,
      List<Row> rows,
      String interval,
      List<String> careful,
      String how) {}

  /** A count with what stands around it. */
  record Count(String label, String value, String first, String second) {}

  record Row(String name, String before, String after, String change) {}

  /**
   * @param parameters effect date, weeks and ring, as typed
   * @param own what the measure's own place had
   * @param changed whether a choice stands already
   */
  record PlanForm(Parameters parameters, String own, List<Place> places, boolean changed) {}

  record Parameters(String effectOn, String weeks, String buffer) {}

  record Place(String key, String name, String counts) {}
}
