package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Choice;

/**
 * What the inbox shows.
 *
 * @param lead the line under the heading
 * @param query of this view, without the chosen row, to come back by
 * @param elsewhere how many new rows the viewer may pass lie outside the period
 * @param more address of the next rows
 * @param export address of the list as a file
 */
record InboxView(
    String lead,
    List<Tab> tabs,
    String tab,
    Filter filter,
    List<Row> rows,
    int total,
    @Nullable Detail detail,
    String query,
    boolean reviews,
    boolean merges,
    int elsewhere,
    @Nullable String more,
    String export,
    List<Choice> categories) {

  InboxView {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
    categories = List.copyOf(categories);
  }

  record Tab(String code, String address, int count, boolean current) {}

  /**
   * The filter as chosen.
   *
   * @param from stands with {@code to} when the period is no whole weeks
   * @param kept parameters the row of filters has no field for, as a link from a matrix brings them
   * @param more those in words
   */
  record Filter(
      List<Choice> periods,
      String period,
      @Nullable String from,
      @Nullable String to,
      List<Choice> areas,
      String area,
      List<Choice> categories,
      String category,
      List<Choice> organisations,
      String organisation,
      String text,
      List<Choice> kept,
      String more,
      boolean narrowed) {}

  /**
   * A row.
   *
   * @param pick id and stamp, as a verb wants it
   * @param when short, with {@code day} below
   * @param name what the row is called for those who hear it
   */
  record Row(
      UUID id,
      String pick,
      String address,
      String when,
      String day,
      String symbol,
      String what,
      String place,
      String source,
      List<Flag> flags,
      boolean isNew,
      boolean chosen,
      boolean passable,
      String name) {}

  /** Something to look at; {@code kind} as chips are coloured. */
  record Flag(String kind, String word) {}
}
