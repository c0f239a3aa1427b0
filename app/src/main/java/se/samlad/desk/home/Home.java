package se.samlad.desk.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.insight.CoverageBoard;

/**
 * What the page shows. All words are ready to be shown.
 *
 * @param day today, in full
 * @param title the week
 * @param meeting null when no group meets
 * @param steps the week's turn, empty for those who only take part in it
 * @param tasks what waits for the viewer
 * @param standing how the last full week stands; null for those who see no figures
 * @param board who has answered; null when the viewer does not follow it
 * @param answers what reporters hear, for the EST coordinator
 */
record Home(
    String day,
    String title,
    @Nullable Meeting meeting,
    List<Step> steps,
    List<Task> tasks,
    int tasksDone,
    @Nullable Standing standing,
    @Nullable CoverageBoard board,
    List<Count> answers) {

  Home {
    steps = List.copyOf(steps);
    tasks = List.copyOf(tasks);
    answers = List.copyOf(answers);
  }

  /** The next meeting. */
  record Meeting(String when, String where, String path) {}

  /** A step of the week's turn: done, now or to come. */
  record Step(String name, String fact, State state) {
    enum State {
      DONE,
      NOW,
      COMING
    }
  }

  record Task(String text, String fact, String path, String action, boolean done) {}

  /** A figure in words, with its chart, the hotspots and the map. */
  record Standing(
      String title,
      String days,
      String value,
      String unit,
      String gauge,
      boolean more,
      String verdict,
      String expected,
      String compared,
      String coverage,
      String chart,
      List<HotspotLine> hotspots,
      @Nullable String hotspotNote,
      String map) {
    Standing {
      hotspots = List.copyOf(hotspots);
    }
  }

  /** A count with what stands around it, in words. */
  record Count(String label, String value, String first, String second) {}

  record HotspotLine(
      int rank,
      String name,
      String path,
      String gauge,
      String count,
      String expected,
      String certainty) {}
}
