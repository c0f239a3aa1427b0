package se.samlad.problem.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.insight.PlaceNotes;
import se.samlad.problem.CauseGroup;
import se.samlad.problem.Problem;

/**
 * Everything the page of one problem shows.
 *
 * @param places the crumb, group and place in the reader's words
 * @param incidents null when the problem has nowhere to count, or the reader sees no incidents
 * @param fishbone SVG; empty while no cause is written
 * @param directs direct causes one may write another behind
 * @param works whether the reader's groups work on it
 */
record ProblemPage(
    List<Crumb> crumbs,
    Problem problem,
    Names places,
    String statusKind,
    boolean works,
    boolean coordinator,
    boolean hotspotShown,
    @Nullable Incidents incidents,
    String fishbone,
    List<Branch> branches,
    List<Choice> directs,
    List<Choice> groups,
    List<Choice> supports,
    List<Choice> statuses,
    List<Choice> higher,
    List<PlaceNotes.Note> measures,
    List<PlaceNotes.Action> actions,
    List<Event> history) {

  /** Names of what the problem points at. */
  record Names(String group, List<String> lifted, @Nullable String area, String categories) {}

  /**
   * Its incidents.
   *
   * @param weeks SVG of the weeks
   * @param note what the weeks hold
   * @param all the analysis with the same selection, or null when it cannot be told there
   */
  record Incidents(
      int count,
      String shown,
      String weeks,
      String note,
      List<Line> lines,
      @Nullable String all) {}

  /** An incident of the list. */
  record Line(UUID id, String number, String when, String category, String place) {}

  /** The causes of a group, as a list. */
  record Branch(CauseGroup group, String name, List<CauseLine> causes) {}

  /** A cause of the list. */
  record CauseLine(UUID id, String words, boolean indirect, String support, boolean hidden) {}

  /** A line of the history. */
  record Event(
      UUID id,
      Instant at,
      String what,
      @Nullable String by,
      String words,
      boolean hidden,
      boolean reason) {}
}
