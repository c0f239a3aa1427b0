package se.samlad.intake.open311;

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

/** What is known of the other system's kinds of fault and of the requests that were taken in. */
@Component
class RequestStore {

  private final JdbcClient db;

  RequestStore(JdbcClient db) {
    this.db = db;
  }

  /** A kind of fault and the category it becomes; null when it is not taken in. */
  record Mapped(String code, String name, @Nullable String category) {}

  /** A request that became a report. */
  record Known(boolean open, String notes) {}

  List<Mapped> services(UUID feed) {
    return db.sql("""
            select service_code, service_name, category from samlad.open311_service
             where feed_id = :feed order by service_name, service_code
            """)
        .param("feed", feed)
        .query((row, n) -> new Mapped(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  void addService(UUID feed, String code, String name) {
    db.sql("""
            insert into samlad.open311_service (municipality_id, feed_id, service_code, service_name)
            values (samlad.municipality(), :feed, :code, :name)
            on conflict (municipality_id, feed_id, service_code) do update set service_name = excluded.service_name
             where samlad.open311_service.service_name <> excluded.service_name
            """).param("feed", feed).param("code", code).param("name", name).update();
  }

  void map(UUID feed, String code, @Nullable String category) {
    db.sql("""
            update samlad.open311_service set category = :category
             where feed_id = :feed and service_code = :code
            """)
        .param("feed", feed)
        .param("code", code)
        .param("category", category)
        .update();
  }

  Map<String, Known> known(UUID feed) {
    Map<String, Known> known = new HashMap<>();
    db.sql("""
            select service_request_id, open, notes from samlad.open311_request where feed_id = :feed
            """).param("feed", feed).query(row -> {
      known.put(row.getString(1), new Known(row.getBoolean(2), row.getString(3)));
    });
    return known;
  }

  void add(UUID feed, ServiceRequest request, UUID report, String notes, Instant now) {
    db.sql("""
            insert into samlad.open311_request
                   (municipality_id, feed_id, service_request_id, report_id, open, notes, changed_at)
            values (samlad.municipality(), :feed, :request, :report, :open, :notes, :now)
            on conflict do nothing
            """)
        .param("feed", feed)
        .param("request", request.id())
        .param("report", report)
        .param("open", request.open())
        .param("notes", notes)
        .param("now", Timestamp.from(now))
        .update();
  }

  void status(UUID feed, ServiceRequest request, String notes, Instant now) {
    db.sql("""
            update samlad.open311_request set open = :open, notes = :notes, changed_at = :now
             where feed_id = :feed and service_request_id = :request
            """)
        .param("feed", feed)
        .param("request", request.id())
        .param("open", request.open())
        .param("notes", notes)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The request that a report came from. */
  Optional<Origin> origin(UUID report) {
    return db.sql("""
            select f.name, r.service_request_id, r.open, r.notes, r.changed_at
              from samlad.open311_request r
              join samlad.feed f on f.municipality_id = r.municipality_id and f.feed_id = r.feed_id
             where r.report_id = :report
            """)
        .param("report", report)
        .query((row, n) -> new Origin(
            row.getString(1),
            row.getString(2),
            row.getBoolean(3),
            row.getString(4),
            row.getTimestamp(5).toInstant()))
        .optional();
  }

  record Origin(String system, String request, boolean open, String notes, Instant changedAt) {}
}
