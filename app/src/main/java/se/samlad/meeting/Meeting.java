package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;

/**
 * A group's meeting (Swedish: möte) about a period.
 *
 * @param id null as long as nobody has opened it
 * @param coveredFrom first day of what the figures tell about
 * @param coveredTo last day of it
 * @param secrecy whether texts, photos and reporters are left out of the shared screen
 * @param guests whether others than the group are in the room
 * @param revision raised by every change, so that another screen knows
 */
public record Meeting(
    @Nullable UUID id,
    UUID group,
    Period period,
    LocalDate coveredFrom,
    LocalDate coveredTo,
    boolean secrecy,
    boolean guests,
    @Nullable Instant startedAt,
    @Nullable Instant closedAt,
    int revision) {

  static Meeting unopened(UUID group, Period period) {
    Period covered = period.covered();
    return new Meeting(
        null, group, period, covered.first(), covered.last(), true, false, null, null, 0);
  }

  /** As if others were in the room: what a steering group always reads by, small numbers hidden. */
  Meeting amongGuests() {
    return new Meeting(
        id, group, period, coveredFrom, coveredTo, secrecy, true, startedAt, closedAt, revision);
  }

  public boolean closed() {
    return closedAt != null;
  }

  /** The week whose figures the meeting looks at: the last that is covered. */
  public IsoWeek week() {
    return IsoWeek.of(coveredTo);
  }
}
