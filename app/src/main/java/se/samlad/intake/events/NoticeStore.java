package se.samlad.intake.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the notices and their versions. */
@Component
class NoticeStore {

  private static final String SELECT = """
      select notice_id, published_at, happened_at, type, place, summary, path, versions, removed_at is not null as removed
        from samlad.police_notice
      """;

  private final JdbcClient db;

  NoticeStore(JdbcClient db) {
    this.db = db;
  }

  record Kept(Notice notice, int versions, boolean removed) {}

  Optional<Kept> find(long id) {
    return db.sql(SELECT + " where notice_id = :id")
        .param("id", id)
        .query(NoticeStore::kept)
        .optional();
  }

  List<Kept> between(Instant from, Instant before) {
    return db.sql(SELECT + """
             where coalesce(happened_at, published_at) >= :from
               and coalesce(happened_at, published_at) < :before
             order by coalesce(happened_at, published_at) desc, notice_id desc
            """)
        .param("from", Timestamp.from(from))
        .param("before", Timestamp.from(before))
        .query(NoticeStore::kept)
        .list();
  }

  List<Notice> versions(long id) {
    return db.sql("""
            select notice_id, published_at, happened_at, type, place, summary, path
              from samlad.police_notice_version
             where notice_id = :id
             order by version desc
            """).param("id", id).query(NoticeStore::notice).list();
  }

  void add(Notice notice, Instant now) {
    bind(db.sql("""
            insert into samlad.police_notice
                   (municipality_id, notice_id, published_at, happened_at, type, place, summary, path, versions, first_seen, last_seen)
            values (samlad.municipality(), :id, :published, :happened, :type, :place, :summary, :path, 1, :now, :now)
            """), notice).param("now", Timestamp.from(now)).update();
  }

  void change(Notice notice, int version) {
    bind(db.sql("""
            update samlad.police_notice
               set published_at = :published, happened_at = :happened, type = :type, place = :place, summary = :summary,
                   path = :path, versions = :version
             where notice_id = :id
            """), notice).param("version", version).update();
  }

  void addVersion(Notice notice, int version, Instant now) {
    bind(db.sql("""
            insert into samlad.police_notice_version
                   (municipality_id, notice_id, version, published_at, happened_at, type, place, summary, path, seen_at)
            values (samlad.municipality(), :id, :version, :published, :happened, :type, :place, :summary, :path, :now)
            """), notice)
        .param("version", version)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** It is listed; if it had been away, it is back. */
  void seen(long id, Instant now) {
    db.sql("""
            update samlad.police_notice set last_seen = :now, removed_at = null where notice_id = :id
            """).param("id", id).param("now", Timestamp.from(now)).update();
  }

  /** Those that should have been listed and were not. */
  int markRemoved(Instant oldest, Instant now) {
    return db.sql("""
            update samlad.police_notice
               set removed_at = :now
             where removed_at is null
               and last_seen < :now
               and published_at > :oldest
            """)
        .param("oldest", Timestamp.from(oldest))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Notice notice) {
    Instant happened = notice.happenedAt();
    return statement
        .param("id", notice.id())
        .param("published", Timestamp.from(notice.publishedAt()))
        .param("happened", happened == null ? null : Timestamp.from(happened))
        .param("type", notice.type())
        .param("place", notice.place())
        .param("summary", notice.summary())
        .param("path", notice.path());
  }

  private static Kept kept(ResultSet row, int n) throws SQLException {
    return new Kept(notice(row, n), row.getInt("versions"), row.getBoolean("removed"));
  }

  private static Notice notice(ResultSet row, int n) throws SQLException {
    @Nullable Timestamp happened = row.getTimestamp("happened_at");
    return new Notice(
        row.getLong("notice_id"),
        row.getTimestamp("published_at").toInstant(),
        happened == null ? null : happened.toInstant(),
        row.getString("type"),
        row.getString("place"),
        row.getString("summary"),
        row.getString("path"));
  }
}
