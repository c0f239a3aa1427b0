package se.samlad.intake.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the calls to each host for all processes together: one row a host, taken in a single statement, so that two never both go. */
@Component
class CallPace {

  private static final int HOUR = 3_600;

  private final JdbcClient db;

  CallPace(JdbcClient db) {
    this.db = db;
  }

  /** Takes a turn; when it is too early, the moment from which there is one. */
  Optional<Instant> take(String host, Outgoing.Pace pace, Instant now) {
    int taken = db.sql("""
            insert into drift.outgoing_pace as p (host, calls) values (:host, array[cast(:now as timestamptz)])
            on conflict (host) do update
               set calls = array(select c from unnest(p.calls) c where c > :anHourAgo) || cast(:now as timestamptz)
             where not exists (select 1 from unnest(p.calls) c where c > :gapAgo)
               and (select count(*) from unnest(p.calls) c where c > :anHourAgo) < :most
            """)
        .param("host", host)
        .param("now", Timestamp.from(now))
        .param("gapAgo", Timestamp.from(now.minusSeconds(pace.secondsBetween())))
        .param("anHourAgo", Timestamp.from(now.minusSeconds(HOUR)))
        .param("most", pace.mostAnHour())
        .update();
    return taken == 1 ? Optional.empty() : Optional.of(next(host, pace, now));
  }

  private Instant next(String host, Outgoing.Pace pace, Instant now) {
    return db.sql("""
            select greatest(
                     (select max(c) from unnest(calls) c) + make_interval(secs => :gap),
                     (select min(c) from (select c from unnest(calls) c where c > :anHourAgo
                                           order by c desc limit :most) newest
                      having count(*) >= :most) + interval '1 hour',
                     cast(:now as timestamptz) + interval '1 second')
              from drift.outgoing_pace
             where host = :host
            """)
        .param("host", host)
        .param("gap", pace.secondsBetween())
        .param("most", pace.mostAnHour())
        .param("anHourAgo", Timestamp.from(now.minusSeconds(HOUR)))
        .param("now", Timestamp.from(now))
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
