package se.samlad.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samlad.ground.calendar.IsoWeek;

/**
 * The question asked of incidents (Swedish: urval): list, tile, matrix, hotspot, export, API and PDF ask with the same one, so map = list
 * = chart = export. For whom it is answered is the {@link se.samlad.ground.storage.Audience} of the transaction.
 *
 * @param from first day, inclusive, Swedish local time
 * @param to first day after, exclusive
 * @param by whether the period is of the event or of the receipt
 * @param knownAt what was received and passed at this moment; empty means now
 * @param review which sources count
 * @param areas areas of the main layer; empty means all, places outside every area included
 * @param outsideAreas only what lies outside every area (Utan område)
 * @param categories codes of groups or categories; empty means all
 * @param organisations owners of sources; empty means all
 * @param weekdays days of the week the event began; empty means all
 * @param fromHour first local hour, 0-23
 * @param toHour first local hour after, 1-24; smaller than {@code fromHour} goes past midnight
 * @param text words in the name of the place, or a number like 2026-3184; empty means all
 */
public record IncidentSelection(
    LocalDate from,
    LocalDate to,
    By by,
    Optional<Instant> knownAt,
    Review review,
    Set<UUID> areas,
    boolean outsideAreas,
    Set<String> categories,
    Set<UUID> organisations,
    Set<DayOfWeek> weekdays,
    int fromHour,
    int toHour,
    String text) {

  /** Which time the period is about. */
  public enum By {
    EVENT,
    RECEIPT
  }

  /** Which sources count: passed ones, new ones, or both. Dismissed and withdrawn never count. */
  public enum Review {
    PASSED,
    NEW,
    ANY
  }

  public IncidentSelection {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("period is empty: " + from + " to " + to);
    }
    if (fromHour < 0 || fromHour > 23 || toHour < 1 || toHour > 24) {
      throw new IllegalArgumentException("hours " + fromHour + "-" + toHour + " are outside 0-24");
    }
    areas = Set.copyOf(areas);
    categories = Set.copyOf(categories);
    organisations = Set.copyOf(organisations);
    weekdays = Set.copyOf(weekdays);
  }

  /** All passed incidents whose event began in the period. */
  public static IncidentSelection between(LocalDate from, LocalDate to) {
    return new IncidentSelection(
        from,
        to,
        By.EVENT,
        Optional.empty(),
        Review.PASSED,
        Set.of(),
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        0,
        24,
        "");
  }

  /** All passed incidents of the weeks, first and last included. */
  public static IncidentSelection ofWeeks(IsoWeek first, IsoWeek last) {
    return between(first.monday(), last.monday().plusWeeks(1));
  }

  public IncidentSelection withPeriod(LocalDate newFrom, LocalDate newTo) {
    return new IncidentSelection(
        newFrom,
        newTo,
        by,
        knownAt,
        review,
        areas,
        outsideAreas,
        categories,
        organisations,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withReview(Review newReview) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        newReview,
        areas,
        outsideAreas,
        categories,
        organisations,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withKnownAt(Instant moment) {
    return new IncidentSelection(
        from,
        to,
        by,
        Optional.of(moment),
        review,
        areas,
        outsideAreas,
        categories,
        organisations,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withCategories(Set<String> codes) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        review,
        areas,
        outsideAreas,
        codes,
        organisations,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withAreas(Set<UUID> ids) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        review,
        ids,
        outsideAreas,
        categories,
        organisations,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withOrganisations(Set<UUID> ids) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        review,
        areas,
        outsideAreas,
        categories,
        ids,
        weekdays,
        fromHour,
        toHour,
        text);
  }

  public IncidentSelection withTimeOfWeek(Set<DayOfWeek> days, int first, int after) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        review,
        areas,
        outsideAreas,
        categories,
        organisations,
        days,
        first,
        after,
        text);
  }

  public IncidentSelection withText(String words) {
    return new IncidentSelection(
        from,
        to,
        by,
        knownAt,
        review,
        areas,
        outsideAreas,
        categories,
        organisations,
        weekdays,
        fromHour,
        toHour,
        words);
  }
}
