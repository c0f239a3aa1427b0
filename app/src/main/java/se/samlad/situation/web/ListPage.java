package se.samlad.situation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Choice;

/** The list of pictures. */
record ListPage(
    List<Line> lines,
    boolean writes,
    boolean calendar,
    List<Choice> groups,
    String group,
    String period,
    @Nullable String more) {

  ListPage {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /** A picture's line. */
  record Line(
      String title,
      String path,
      String group,
      String covered,
      String state,
      String chip,
      int version,
      String when) {}
}
