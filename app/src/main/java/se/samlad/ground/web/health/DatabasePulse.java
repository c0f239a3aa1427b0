package se.samlad.ground.web.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Healthy when a row can be written and committed. Asked by anyone, so that it writes at most once a second. */
@Component
class DatabasePulse implements HealthIndicator {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Beat(Instant at, boolean written) {}

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String process = UUID.randomUUID().toString();
  private final ReentrantLock writing = new ReentrantLock();
  private Optional<Beat> last = Optional.empty();

  DatabasePulse(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public Health health() {
    return beats() ? Health.up().build() : Health.down().build();
  }

  boolean beats() {
    writing.lock();
    try {
      Instant now = clock.instant();
      Optional<Beat> before = last.filter(beat -> fresh(beat, now));
      Beat beat = before.orElseGet(() -> new Beat(now, write()));
      last = Optional.of(beat);
      return beat.written();
    } finally {
      writing.unlock();
    }
  }

  private static boolean fresh(Beat beat, Instant now) {
    Duration age = Duration.between(beat.at(), now);
    return !age.isNegative() && age.compareTo(FRESH) < 0;
  }

  private boolean write() {
    try {
      transaction.executeWithoutResult(
          status -> db.sql("""
              insert into drift.pulse (process, beat_at)
              values (:process, clock_timestamp())
              on conflict (process) do update set beat_at = excluded.beat_at
              """).param("process", process).update());
      return true;
    } catch (DataAccessException | TransactionException notWritten) {
      return false;
    }
  }
}
