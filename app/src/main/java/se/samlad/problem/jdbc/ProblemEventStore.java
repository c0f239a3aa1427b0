package se.samlad.problem.jdbc;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.problem.Problem;
import se.samlad.problem.ProblemEvent;
import se.samlad.problem.ProblemStatus;

/** The history of problems: rows are only added. */
@Repository
public class ProblemEventStore {

  private final JdbcClient db;

  ProblemEventStore(JdbcClient db) {
    this.db = db;
  }

  public void add(Problem problem, ProblemEvent event) {
    add(problem.id(), problem.group(), event);
  }

  public void add(UUID problem, UUID group, ProblemEvent event) {
    ProblemStatus status = event.status();
    db.sql("""
            insert into samlad.problem_event
                   (municipality_id, event_id, problem_id, group_id, kind, at, by_member, status, to_group, words, hidden)
            values (samlad.municipality(), :id, :problem, :group, :kind, :at, :by, :status, :to, :words, :hidden)
            """)
        .param("id", event.id())
        .param("problem", problem)
        .param("group", group)
        .param("kind", event.kind().name())
        .param("at", Timestamp.from(event.at()))
        .param("by", event.by())
        .param("status", status == null ? null : status.name())
        .param("to", event.toGroup())
        .param("words", event.words())
        .param("hidden", event.hidden())
        .update();
  }

  /** Newest first. Names are those the actor may read; hidden words come as empty to all but their author and the EST coordinator. */
  public List<ProblemEvent> history(UUID problem) {
    return db.sql("""
            select e.event_id, e.kind, e.at, e.by_member, m.display_name, e.status, e.to_group, e.hidden,
                   case when e.hidden and not samlad.has_role('COORDINATOR') and e.by_member is distinct from samlad.user_id() then '' else e.words end as words
              from samlad.problem_event e
              left join samlad.member m on m.municipality_id = e.municipality_id and m.member_id = e.by_member
             where e.problem_id = :problem
             order by e.at desc, e.event_id desc
            """)
        .param("problem", problem)
        .query((row, n) -> new ProblemEvent(
            row.getObject("event_id", UUID.class),
            ProblemEvent.Kind.valueOf(row.getString("kind")),
            row.getTimestamp("at").toInstant(),
            row.getObject("by_member", UUID.class),
            row.getString("display_name"),
            status(row.getString("status")),
            row.getObject("to_group", UUID.class),
            row.getString("words"),
            row.getBoolean("hidden")))
        .list();
  }

  /** Shows words the guard was in doubt about; false when there are none. */
  public boolean show(UUID problem, UUID event) {
    return db.sql("""
            update samlad.problem_event set hidden = false
             where problem_id = :problem and event_id = :event and hidden
            """).param("problem", problem).param("event", event).update() == 1;
  }

  private static @Nullable ProblemStatus status(@Nullable String name) {
    return name == null ? null : ProblemStatus.valueOf(name);
  }
}
