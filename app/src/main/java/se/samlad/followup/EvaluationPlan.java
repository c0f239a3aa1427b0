package se.samlad.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;

/**
 * What is compared with what (Swedish: upplägg för utvärderingen): the measure's place and the ring around it, a comparison place with a ring
 * of its own, and as many weeks before as after. It is only added to; the newest stands.
 *
 * @param effectWeek the week the measure took effect; it counts neither before nor after
 * @param weeks before, and as many after
 * @param easting metres, SWEREF 99 TM, of the measure's place
 * @param radiusMeters of the place, and of the comparison place
 * @param bufferMeters width of the ring where the problem could move to
 * @param control what the comparison place is called
 * @param chosenBy null when the system chose
 */
public record EvaluationPlan(
    UUID id,
    UUID measure,
    IsoWeek effectWeek,
    int weeks,
    double easting,
    double northing,
    int radiusMeters,
    int bufferMeters,
    String control,
    double controlEasting,
    double controlNorthing,
    Instant chosenAt,
    @Nullable UUID chosenBy) {

  public static final int LEAST_WEEKS = 4;
  public static final int MOST_WEEKS = 52;
  public static final int DEFAULT_WEEKS = 24;
  public static final int DEFAULT_BUFFER = 200;

  public IsoWeek first() {
    return effectWeek.plus(-weeks);
  }

  public IsoWeek last() {
    return effectWeek.plus(weeks);
  }

  /** From the middle to the outer edge of the ring. */
  public int outerMeters() {
    return radiusMeters + bufferMeters;
  }

  /** Whether it was chosen before the measure had been followed for any whole week. */
  public boolean chosenBeforehand() {
    return chosenAt.isBefore(
        effectWeek.plus(2).monday().atStartOfDay(IsoWeek.ZONE).toInstant());
  }
}
