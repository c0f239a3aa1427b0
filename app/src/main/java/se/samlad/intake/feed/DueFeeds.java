package se.samlad.intake.feed;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.MunicipalityId;

/** Whose turn it is: a row for each feed that is on, ids and moments only, read across municipalities. */
@Component
class DueFeeds {

  /** Longer than any try takes; after that, whoever took it is thought dead. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final JdbcClient db;

  DueFeeds(JdbcClient db) {
    this.db = db;
  }

  record Due(MunicipalityId municipality, UUID feed) {}

  /**
   * Takes the feed that has waited longest and moves it ahead, so that no other process takes it too. Materialized, or a plan may look for
   * the first again for each row it joins, and find the next.
   */
  @Transactional
  public Optional<Due> take(Instant now) {
    return db.sql("""
            with first as materialized (
              select municipality_id, feed_id from drift.feed_due where next_at <= :now
               order by next_at limit 1 for update skip locked)
            update drift.feed_due d
               set next_at = :lease
              from first
             where d.municipality_id = first.municipality_id and d.feed_id = first.feed_id
            returning d.municipality_id, d.feed_id
            """)
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(now.plus(LEASE)))
        .query((row, n) ->
            new Due(new MunicipalityId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
        .optional();
  }

  void set(MunicipalityId municipality, UUID feed, Instant next) {
    db.sql("""
            insert into drift.feed_due (municipality_id, feed_id, next_at) values (:municipality, :feed, :next)
            on conflict (municipality_id, feed_id) do update set next_at = excluded.next_at
            """)
        .param("municipality", municipality.value())
        .param("feed", feed)
        .param("next", Timestamp.from(next))
        .update();
  }

  void remove(MunicipalityId municipality, UUID feed) {
    db.sql("delete from drift.feed_due where municipality_id = :municipality and feed_id = :feed")
        .param("municipality", municipality.value())
        .param("feed", feed)
        .update();
  }
}
