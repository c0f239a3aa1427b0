package se.samlad.demo.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.Cast.Squad;
import se.samlad.ground.calendar.IsoWeek;

/** The history of a municipality as it will be stored: reports, answers of the units week by week, recorded crime. */
public record Chronicle(List<Sighting> sightings, List<Answer> answers, List<Crime> crimes) {

  public Chronicle {
    sightings = List.copyOf(sightings);
    answers = List.copyOf(answers);
    crimes = List.copyOf(crimes);
  }

  /** What became of a report. */
  public enum Fate {
    NEW,
    PASSED,
    DISMISSED
  }

  /**
   * A report of one incident.
   *
   * @param witnessOf place in the list of an earlier report of the same incident, -1 for none
   * @param precision precision class; with AREA there is no point
   * @param category code of the catalogue
   * @param sharing sharing class once passed
   */
  public record Sighting(
      UUID id,
      IsoWeek week,
      Instant from,
      Instant to,
      Instant receivedAt,
      double easting,
      double northing,
      String precision,
      String area,
      String placeLabel,
      String category,
      boolean suspected,
      int severity,
      @Nullable String text,
      Party party,
      Squad squad,
      UUID reporter,
      Fate fate,
      String sharing,
      int witnessOf) {}

  /** How a unit answered a week: with reports, or with nothing to report. A silent week has no answer. */
  public record Answer(
      Party party,
      Squad squad,
      IsoWeek week,
      int reports,
      @Nullable UUID nothing,
      UUID reporter,
      Instant at) {}

  /** Offences of one kind in one place, as recorded by the police. */
  public record Crime(
      UUID id,
      String code,
      int offences,
      @Nullable String area,
      LocalDate recordedOn,
      Instant from,
      Instant to,
      boolean dayOnly,
      String street,
      double easting,
      double northing) {}
}
