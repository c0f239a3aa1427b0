package se.samlad.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure (Swedish: åtgärd, insats).
 *
 * @param number as people say it: Å 2026-041
 * @param typeCode a type of the catalogue
 * @param group the working group that agreed
 * @param ownerMember who answers for it at the owner, or null while only the organisation is known
 * @param goalDropPercent how much fewer by the follow-up, or null when the goal is words alone
 * @param indicator the number to watch in Swedish words
 * @param watched the same as data
 * @param doneBy klart senast
 * @param followUpOn följs upp
 * @param tellReporters vad rapportören får veta
 * @param toldApprovedAt when the owner approved that text; null means nothing may be told yet
 * @param easting metres, SWEREF 99 TM, of the place; null when it is an area
 */
public record Measure(
    UUID id,
    String number,
    String title,
    String typeCode,
    UUID problem,
    UUID group,
    String place,
    @Nullable Double easting,
    @Nullable Double northing,
    UUID ownerOrg,
    @Nullable UUID ownerMember,
    @Nullable Integer goalDropPercent,
    String goal,
    String indicator,
    Indicator watched,
    LocalDate doneBy,
    LocalDate followUpOn,
    MeasureStatus status,
    boolean confidential,
    String tellReporters,
    @Nullable Instant toldApprovedAt,
    StatutoryDecision decision,
    int version,
    Instant createdAt) {

  /** The goal when nothing but a percentage was said. */
  static String goalOf(int dropPercent) {
    return dropPercent + " % färre till uppföljningen";
  }

  /** Whether the goal is the percentage alone, without words of its own. */
  public boolean saysOnlyTheDrop() {
    return goalDropPercent != null && goal.equals(goalOf(goalDropPercent));
  }

  /** Whether what was agreed should have been done before this day, or followed up before it. */
  public boolean overdue(LocalDate today) {
    return status.running() && doneBy.isBefore(today)
        || status == MeasureStatus.PROPOSED && doneBy.isBefore(today)
        || followUpDue(today) && followUpOn.isBefore(today);
  }

  /** Whether it is time to say what it led to. */
  public boolean followUpDue(LocalDate until) {
    return !followUpOn.isAfter(until)
        && (status.running()
            || status == MeasureStatus.CARRIED_OUT
            || status == MeasureStatus.UNDER_EVALUATION);
  }
}
