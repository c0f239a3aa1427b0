package se.samlad.intake.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.intake.Forwarding.State;

/** The rows of forwarded faults: at once the outbox and what is told on the incident's page. */
@Component
class ForwardStore {

  private static final String SELECT = """
      select w.forward_id, w.incident_id, w.feed_id, f.name as system, w.service_code, w.service_name, w.description, w.lon, w.lat,
             w.state, w.service_request_id, w.token, w.open, w.notes, w.changed_at, w.refused_with
        from samlad.fault_forward w
        join samlad.feed f on f.municipality_id = w.municipality_id and f.feed_id = w.feed_id
      """;

  private final JdbcClient db;

  ForwardStore(JdbcClient db) {
    this.db = db;
  }

  record Forward(
      UUID id,
      UUID incident,
      UUID feed,
      String system,
      String serviceCode,
      String serviceName,
      String description,
      double lon,
      double lat,
      State state,
      @Nullable String requestId,
      @Nullable String token,
      boolean open,
      String notes,
      Instant changedAt,
      @Nullable Integer refusedWith) {}

  /** @return false when the incident has gone to that system already */
  boolean add(Forward forward) {
    return db.sql("""
            insert into samlad.fault_forward
                   (municipality_id, forward_id, incident_id, feed_id, service_code, service_name, description, lon, lat, state,
                    changed_at, created_at, created_by)
            values (samlad.municipality(), :id, :incident, :feed, :code, :name, :description, :lon, :lat, 'WAITING',
                    :at, :at, :by)
            on conflict (municipality_id, incident_id, feed_id) do nothing
            """)
            .param("id", forward.id())
            .param("incident", forward.incident())
            .param("feed", forward.feed())
            .param("code", forward.serviceCode())
            .param("name", forward.serviceName())
            .param("description", forward.description())
            .param("lon", forward.lon())
            .param("lat", forward.lat())
            .param("at", Timestamp.from(forward.changedAt()))
            .param("by", CurrentActor.get().user())
            .update()
        == 1;
  }

  List<Forward> of(UUID incident) {
    return db.sql(SELECT + " where w.incident_id = :incident order by w.created_at")
        .param("incident", incident)
        .query(ForwardStore::forward)
        .list();
  }

  Optional<Forward> find(UUID id) {
    return db.sql(SELECT + " where w.forward_id = :id")
        .param("id", id)
        .query(ForwardStore::forward)
        .optional();
  }

  List<Forward> in(UUID feed, State state) {
    return db.sql(SELECT + " where w.feed_id = :feed and w.state = :state order by w.created_at")
        .param("feed", feed)
        .param("state", state.name())
        .query(ForwardStore::forward)
        .list();
  }

  /** Moves on from the state it was seen in; false when somebody else has moved it. */
  boolean move(UUID id, State from, State to, @Nullable Integer refusedWith, Instant at) {
    return db.sql("""
            update samlad.fault_forward set state = :to, refused_with = :refused, changed_at = :at
             where forward_id = :id and state = :from
            """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .param("refused", refusedWith)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void sent(UUID id, GeoReport.Sent sent, Instant at) {
    db.sql("""
            update samlad.fault_forward
               set state = 'SENT', service_request_id = :request, token = :token, changed_at = :at
             where forward_id = :id
            """)
        .param("id", id)
        .param("request", sent.requestId())
        .param("token", sent.token())
        .param("at", Timestamp.from(at))
        .update();
  }

  void status(UUID id, boolean open, String notes, Instant at) {
    db.sql("""
            update samlad.fault_forward set open = :open, notes = :notes, changed_at = :at
             where forward_id = :id and (open, notes) is distinct from (:open, :notes)
            """)
        .param("id", id)
        .param("open", open)
        .param("notes", notes)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Forward forward(ResultSet row, int n) throws SQLException {
    return new Forward(
        row.getObject("forward_id", UUID.class),
        row.getObject("incident_id", UUID.class),
        row.getObject("feed_id", UUID.class),
        row.getString("system"),
        row.getString("service_code"),
        row.getString("service_name"),
        row.getString("description"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        State.valueOf(row.getString("state")),
        row.getString("service_request_id"),
        row.getString("token"),
        row.getBoolean("open"),
        row.getString("notes"),
        row.getTimestamp("changed_at").toInstant(),
        row.getObject("refused_with", Integer.class));
  }
}
