package se.samlad.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.feedback.jdbc.FeedbackStore;
import se.samlad.ground.calendar.IsoWeek;

/** What reports have led to, as far as the actor may know: authors their own, the EST coordinator all. */
@Service
@Transactional(readOnly = true)
public class Feedback {

  /** Within this time a reporter should have heard something. */
  public static final Duration PROMISE = Duration.ofDays(7);

  private final FeedbackStore store;
  private final Clock clock;

  Feedback(FeedbackStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What has been told about the reports, oldest first. */
  public List<Told> about(Collection<UUID> reports) {
    return reports.isEmpty() ? List.of() : store.about(reports);
  }

  /** How many reports each of the measures has answered. */
  public Map<UUID, Integer> reached(Collection<UUID> measures) {
    return measures.isEmpty() ? Map.of() : store.reached(measures);
  }

  /** The share of reports received in the days, both included, that were answered within seven days. */
  public AnsweredShare answeredWithinSevenDays(LocalDate first, LocalDate last) {
    Instant now = clock.instant();
    Instant end =
        earlier(last.plusDays(1).atStartOfDay(IsoWeek.ZONE).toInstant(), now.minus(PROMISE));
    FeedbackStore.Count count =
        store.answered(first.atStartOfDay(IsoWeek.ZONE).toInstant(), end, PROMISE);
    return new AnsweredShare(count.answered(), count.reports(), first, last, now);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
