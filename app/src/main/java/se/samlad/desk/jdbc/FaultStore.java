package se.samlad.desk.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.TextGuard;

/** Accessibility faults as told on the statement's page. */
@Repository
public class FaultStore {

  private static final int NEWEST = 200;

  private final JdbcClient db;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  FaultStore(JdbcClient db, TextGuard guard, Audit audit, Clock clock) {
    this.db = db;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** A fault as an administrator reads it. */
  public record Fault(Instant toldAt, String text) {}

  @Transactional
  public void add(String text) {
    var id = Ids.next();
    db.sql("""
            insert into samlad.accessibility_fault (municipality_id, fault_id, told_at, text)
            values (:municipality, :id, :at, :text)
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("id", id)
        .param("at", Timestamp.from(clock.instant()))
        .param("text", guard.guard(text).text())
        .update();
    audit.record("fault.tell", "accessibility_fault", id);
  }

  @Transactional(readOnly = true)
  public List<Fault> newest() {
    return db.sql("""
            select told_at, text
              from samlad.accessibility_fault
             order by told_at desc, fault_id
             limit :newest
            """)
        .param("newest", NEWEST)
        .query(
            (row, n) -> new Fault(row.getTimestamp("told_at").toInstant(), row.getString("text")))
        .list();
  }
}
