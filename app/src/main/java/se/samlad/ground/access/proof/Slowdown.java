package se.samlad.ground.access.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InstallationKeys;

/**
 * Slows guessing down instead of locking anybody out. Failures are counted for the account from one source, for the source, and for the
 * account; only the first two grow long, so that a stranger cannot keep the owner out for more than a quarter of a minute. Addresses are
 * kept as keyed hashes.
 */
@Component
public class Slowdown {

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final JdbcClient db;
  private final InstallationKeys keys;
  private final Clock clock;

  Slowdown(JdbcClient db, InstallationKeys keys, Clock clock) {
    this.db = db;
    this.keys = keys;
    this.clock = clock;
  }

  /** How long to wait before the next try; zero when it may come now. */
  public Duration remaining(String account, String source) {
    return counters(account, source).stream()
        .map(this::remaining)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  public void failed(String account, String source) {
    Instant now = clock.instant();
    for (Counter counter : counters(account, source)) {
      db.sql("""
              insert into drift.login_slowdown as s (subject, failures, last_at)
              values (:subject, 1, :now)
              on conflict (subject) do update
                 set failures = case when s.last_at < :forgotten then 1 else s.failures + 1 end, last_at = :now
              """)
          .param("subject", counter.subject())
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("forgotten", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
          .update();
    }
    db.sql("delete from drift.login_slowdown where last_at < :old")
        .param("old", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets the failures of the account; those of the source stay, as it may be guessing at others. */
  public void succeeded(String account, String source) {
    counters(account, source).stream()
        .filter(counter -> !counter.sourceAlone())
        .forEach(counter -> db.sql("delete from drift.login_slowdown where subject = :subject")
            .param("subject", counter.subject())
            .update());
  }

  private Duration remaining(Counter counter) {
    return db.sql("select failures, last_at from drift.login_slowdown where subject = :subject")
        .param("subject", counter.subject())
        .query((row, n) -> {
          Duration since =
              Duration.between(row.getTimestamp("last_at").toInstant(), clock.instant());
          return since.compareTo(FORGOTTEN_AFTER) > 0
              ? Duration.ZERO
              : counter.delay(row.getInt("failures")).minus(since);
        })
        .optional()
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private List<Counter> counters(String account, String source) {
    return List.of(
        new Counter(hash("both " + account + " " + source), 4, 300, false),
        new Counter(hash("account " + account), 10, 15, false),
        new Counter(hash("source " + source), 20, 120, true));
  }

  private byte[] hash(String text) {
    return keys.hmac("login-slowdown", text);
  }

  /** From so many failures on the wait doubles, up to the longest. */
  private record Counter(byte[] subject, int free, int longestSeconds, boolean sourceAlone) {

    Duration delay(int failures) {
      return failures < free
          ? Duration.ZERO
          : Duration.ofSeconds(Math.min(longestSeconds, 1L << Math.min(20, failures - free)));
    }
  }
}
