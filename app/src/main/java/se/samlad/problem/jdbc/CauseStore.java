package se.samlad.problem.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.problem.Cause;
import se.samlad.problem.CauseGroup;
import se.samlad.problem.CauseSupport;

/** Causes in the database; hidden words come as empty to all but the EST coordinator and who wrote them. */
@Repository
public class CauseStore {

  private final JdbcClient db;

  CauseStore(JdbcClient db) {
    this.db = db;
  }

  /** What stands, in the order it was written. */
  public List<Cause> list(UUID problem) {
    return db.sql("""
            select cause_id, cause_group, behind, support, hidden,
                   case when hidden and not samlad.has_role('COORDINATOR') and added_by is distinct from samlad.user_id() then '' else words end as words
              from samlad.problem_cause
             where problem_id = :problem and removed_at is null
             order by added_at, cause_id
            """)
        .param("problem", problem)
        .query((row, n) -> new Cause(
            row.getObject("cause_id", UUID.class),
            CauseGroup.valueOf(row.getString("cause_group")),
            row.getObject("behind", UUID.class),
            row.getString("words"),
            row.getBoolean("hidden"),
            CauseSupport.valueOf(row.getString("support"))))
        .list();
  }

  public void add(UUID problem, Cause cause, Instant now, @Nullable UUID by) {
    db.sql("""
            insert into samlad.problem_cause
                   (municipality_id, cause_id, problem_id, cause_group, behind, words, hidden, support, added_at, added_by)
            values (samlad.municipality(), :id, :problem, :group, :behind, :words, :hidden, :support, :now, :by)
            """)
        .param("id", cause.id())
        .param("problem", problem)
        .param("group", cause.group().name())
        .param("behind", cause.behind())
        .param("words", cause.words())
        .param("hidden", cause.hidden())
        .param("support", cause.support().name())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  /** The cause and what lies behind it. */
  public void remove(UUID cause, Instant now) {
    db.sql("""
            update samlad.problem_cause set removed_at = :now
             where (cause_id = :id or behind = :id) and removed_at is null
            """).param("id", cause).param("now", Timestamp.from(now)).update();
  }

  public void show(UUID cause) {
    db.sql("update samlad.problem_cause set hidden = false where cause_id = :id")
        .param("id", cause)
        .update();
  }
}
