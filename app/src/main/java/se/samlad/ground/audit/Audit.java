package se.samlad.ground.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was done, by whom and to what. Verbs are {@code object.deed}, for example {@code incident.pass} or {@code text.read}. */
@Component
public class Audit {

  private final JdbcClient db;
  private final JsonMapper json;

  Audit(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * Adds a row to the transaction under way.
   *
   * @param detail ids and plain values; never report text, names or places
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String verb, String objectKind, @Nullable Object objectId, Map<String, ?> detail) {
    Actor actor = CurrentActor.get();
    db.sql("""
            insert into samlad.audit_entry
                   (municipality_id, entry_id, actor_kind, member_id, verb, object_kind, object_id, detail)
            values (:municipality, :id, :kind, :member, :verb, :objectKind, :objectId, cast(:detail as jsonb))
            """)
        .param("municipality", actor.municipality().value())
        .param("id", Ids.next())
        .param("kind", actor.kind().name().toLowerCase(java.util.Locale.ROOT))
        .param("member", actor.user())
        .param("verb", verb)
        .param("objectKind", objectKind)
        .param("objectId", objectId == null ? null : objectId.toString())
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  public void record(String verb, String objectKind, @Nullable Object objectId) {
    record(verb, objectKind, objectId, Map.of());
  }
}
