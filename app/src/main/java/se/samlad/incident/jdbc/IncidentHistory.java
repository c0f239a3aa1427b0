package se.samlad.incident.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.storage.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Adds to and reads what happened to incidents and their sources, in the caller's transaction; nothing here is ever changed. */
@Repository
public class IncidentHistory {

  private static final String EVENT = """
      select event_id, incident_id, source_id, owner_org, kind, at, by_member, reason, before, after, undoes, deed_id
        from samlad.incident_event
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  IncidentHistory(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** What happened to an incident; before and after hold ids and plain values. */
  public record Event(
      UUID id,
      UUID incident,
      @Nullable UUID source,
      UUID owner,
      String kind,
      Instant at,
      @Nullable UUID by,
      String reason,
      Map<String, Object> before,
      Map<String, Object> after,
      @Nullable UUID undoes,
      @Nullable UUID deed) {}

  public UUID addEvent(
      UUID incident,
      @Nullable UUID source,
      UUID owner,
      String kind,
      Instant at,
      String reason,
      Map<String, ?> before,
      Map<String, ?> after,
      @Nullable UUID undoes) {
    return addEvent(incident, source, owner, kind, at, reason, before, after, undoes, (UUID) null);
  }

  public UUID addEvent(
      UUID incident,
      @Nullable UUID source,
      UUID owner,
      String kind,
      Instant at,
      String reason,
      Map<String, ?> before,
      Map<String, ?> after,
      @Nullable UUID undoes,
      @Nullable UUID deed) {
    UUID id = Ids.next();
    db.sql("""
            insert into samlad.incident_event (municipality_id, event_id, incident_id, source_id, owner_org, kind, at, by_member, reason,
                   before, after, undoes, deed_id)
            values (samlad.municipality(), :id, :incident, :source, :owner, :kind, :at, samlad.user_id(), :reason,
                   cast(:before as jsonb), cast(:after as jsonb), :undoes, :deed)
            """)
        .param("id", id)
        .param("incident", incident)
        .param("source", source)
        .param("owner", owner)
        .param("kind", kind)
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("before", json.writeValueAsString(before))
        .param("after", json.writeValueAsString(after))
        .param("undoes", undoes)
        .param("deed", deed)
        .update();
    return id;
  }

  /** What happened to the incident and, also elsewhere, to the sources it has now: a merge is told where the sources went. */
  public List<Event> events(UUID incident) {
    return db.sql(EVENT + """
             where incident_id = :incident
                or source_id in (select s.source_id from samlad.incident_source s where s.incident_id = :incident)
             order by at, event_id
            """)
        .param("incident", incident)
        .query((row, n) -> event(row))
        .list();
  }

  public Optional<Event> event(UUID event) {
    return db.sql(EVENT + " where event_id = :event")
        .param("event", event)
        .query((row, n) -> event(row))
        .optional();
  }

  /** What of a kind happened to a source, the newest first. */
  public List<Event> events(UUID source, String kind) {
    return db.sql(
            EVENT + " where source_id = :source and kind = :kind order by at desc, event_id desc")
        .param("source", source)
        .param("kind", kind)
        .query((row, n) -> event(row))
        .list();
  }

  /** What one press left, in the order it was done. */
  public List<Event> deed(UUID deed) {
    return db.sql(EVENT + " where deed_id = :deed order by at, event_id")
        .param("deed", deed)
        .query((row, n) -> event(row))
        .list();
  }

  public boolean isUndone(UUID event) {
    return db.sql("select exists (select 1 from samlad.incident_event where undoes = :event)")
        .param("event", event)
        .query(Boolean.class)
        .single();
  }

  @SuppressWarnings("unchecked")
  private Event event(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Event(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        row.getObject(7, UUID.class),
        row.getString(8),
        json.readValue(row.getString(9), Map.class),
        json.readValue(row.getString(10), Map.class),
        row.getObject(11, UUID.class),
        row.getObject(12, UUID.class));
  }
}
