package se.samlad.intake.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.CurrentActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the feeds. */
@Component
class FeedStore {

  private static final String SELECT = """
      select feed_id, kind, name, address, enabled, interval_minutes, settings, succeeded_at, counts, failed_at, failures,
             failure, next_at
        from samlad.feed
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  FeedStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  List<Feed> list() {
    return db.sql(SELECT + " order by kind, name, feed_id").query(this::feed).list();
  }

  Optional<Feed> find(UUID id) {
    return db.sql(SELECT + " where feed_id = :id")
        .param("id", id)
        .query(this::feed)
        .optional();
  }

  /** Adds the feed, or sets it as described; how it went stays. */
  void put(Feed feed, Instant at) {
    db.sql("""
            insert into samlad.feed
                   (municipality_id, feed_id, kind, name, address, interval_minutes, settings, changed_at, changed_by)
            values (samlad.municipality(), :id, :kind, :name, :address, :interval, cast(:settings as jsonb), :at, :by)
            on conflict (municipality_id, feed_id) do update
               set name = excluded.name, address = excluded.address, interval_minutes = excluded.interval_minutes,
                   settings = case when samlad.feed.settings ->> 'organisation' = excluded.settings ->> 'organisation'
                                   then excluded.settings || jsonb_strip_nulls(jsonb_build_object('account', samlad.feed.settings ->> 'account'))
                                   else excluded.settings end,
                   changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("id", feed.id())
        .param("kind", feed.kind().name())
        .param("name", feed.name())
        .param("address", feed.address().toString())
        .param("interval", feed.intervalMinutes())
        .param("settings", json.writeValueAsString(feed.settings()))
        .param("at", Timestamp.from(at))
        .param("by", CurrentActor.get().user())
        .update();
  }

  void turn(UUID id, boolean on, @Nullable Instant next, Instant at) {
    db.sql("""
            update samlad.feed
               set enabled = :on, next_at = :next, changed_at = :at, changed_by = :by,
                   failures = 0, failure = null
             where feed_id = :id
            """)
        .param("id", id)
        .param("on", on)
        .param("next", timestamp(next))
        .param("at", Timestamp.from(at))
        .param("by", CurrentActor.get().user())
        .update();
  }

  void succeeded(UUID id, Map<String, Integer> counts, Instant at, Instant next) {
    db.sql("""
            update samlad.feed
               set tried_at = :at, succeeded_at = :at, counts = cast(:counts as jsonb), failures = 0, failure = null,
                   next_at = :next
             where feed_id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("counts", json.writeValueAsString(counts))
        .param("next", Timestamp.from(next))
        .update();
  }

  /** @param next null when it is no use to try again before somebody has changed something */
  void failed(UUID id, Feed.Failure why, Instant at, @Nullable Instant next) {
    db.sql("""
            update samlad.feed
               set tried_at = :at, failed_at = :at, failures = failures + 1, failure = cast(:why as jsonb),
                   next_at = :next, enabled = :goesOn
             where feed_id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("why", json.writeValueAsString(why))
        .param("next", timestamp(next))
        .param("goesOn", next != null)
        .update();
  }

  void remember(UUID id, String name, String value) {
    db.sql("""
            update samlad.feed set settings = settings || jsonb_build_object(cast(:name as text), cast(:value as text))
             where feed_id = :id
            """).param("id", id).param("name", name).param("value", value).update();
  }

  void waits(UUID id, Instant next) {
    db.sql("update samlad.feed set next_at = :next where feed_id = :id")
        .param("id", id)
        .param("next", Timestamp.from(next))
        .update();
  }

  private Feed feed(ResultSet row, int n) throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    json.readTree(row.getString("counts"))
        .properties()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
    Map<String, String> settings = new HashMap<>();
    json.readTree(row.getString("settings"))
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
    return new Feed(
        row.getObject("feed_id", UUID.class),
        FeedKind.valueOf(row.getString("kind")),
        row.getString("name"),
        URI.create(row.getString("address")),
        row.getBoolean("enabled"),
        row.getInt("interval_minutes"),
        settings,
        instant(row, "succeeded_at"),
        counts,
        instant(row, "failed_at"),
        row.getInt("failures"),
        failure(row.getString("failure")),
        instant(row, "next_at"));
  }

  private Feed.@Nullable Failure failure(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode tree = json.readTree(text);
    return new Feed.Failure(
        tree.get("messageKey").asString(),
        tree.get("arguments").valueStream().map(JsonNode::asString).toList());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
