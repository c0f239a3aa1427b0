package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting (Swedish: protokoll), as they stand or as they were frozen. In the municipality's language. */
public record Minutes(
    String group,
    String period,
    LocalDate coveredFrom,
    LocalDate coveredTo,
    @Nullable Instant startedAt,
    @Nullable Instant closedAt,
    List<Present> present,
    List<String> absent,
    List<String> situation,
    List<Place> places,
    List<Line> reviewed,
    List<Line> decisions,
    List<Note> notes) {

  public Minutes {
    present = List.copyOf(present);
    absent = List.copyOf(absent);
    situation = List.copyOf(situation);
    places = List.copyOf(places);
    reviewed = List.copyOf(reviewed);
    decisions = List.copyOf(decisions);
    notes = List.copyOf(notes);
  }

  /** Somebody who was there. */
  public record Present(String name, String organisation, boolean deputy) {}

  /** A hotspot that was looked at, in a sentence. */
  public record Place(int number, String name, String sentence) {}

  /** A measure, reviewed or agreed. */
  public record Line(
      String number,
      String title,
      String owner,
      String status,
      LocalDate doneBy,
      LocalDate followUpOn,
      String goal,
      String indicator) {}

  /** What was said of an item. */
  public record Note(String item, String heading, String words) {}
}
