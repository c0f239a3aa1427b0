package se.samlad.ground.access.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member's own sessions, to see and to end. */
@Component
public class OwnSessions {

  private final JdbcClient db;

  OwnSessions(JdbcClient db) {
    this.db = db;
  }

  /** A session; {@code key} is not what its cookie holds. */
  public record OwnSession(String key, Instant began, Instant lastUsed, boolean current) {}

  public List<OwnSession> list(UUID member, String currentSessionId) {
    return db
        .sql("""
            select primary_id, session_id, creation_time, last_access_time
              from drift.spring_session
             where principal_name = :member and expiry_time > :now
            """)
        .param("member", member.toString())
        .param("now", System.currentTimeMillis())
        .query((row, n) -> new OwnSession(
            row.getString("primary_id"),
            Instant.ofEpochMilli(row.getLong("creation_time")),
            Instant.ofEpochMilli(row.getLong("last_access_time")),
            row.getString("session_id").equals(currentSessionId)))
        .list()
        .stream()
        .sorted(Comparator.comparing(OwnSession::lastUsed).reversed())
        .toList();
  }

  /** Ends one of the member's sessions; somebody else's is not touched. */
  public boolean end(UUID member, String key) {
    return db.sql(
                "delete from drift.spring_session where primary_id = :key and principal_name = :member")
            .param("key", key)
            .param("member", member.toString())
            .update()
        == 1;
  }

  /** Ends all but the one in use. */
  public void endOthers(UUID member, String currentSessionId) {
    db.sql(
            "delete from drift.spring_session where principal_name = :member and session_id <> :current")
        .param("member", member.toString())
        .param("current", currentSessionId)
        .update();
  }
}
