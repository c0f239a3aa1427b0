package se.samlad.ground.dispatch.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.dispatch.Fault;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;

/** Messages and how their sending goes. */
@Repository
public class MessageStore {

  private final JdbcClient db;

  MessageStore(JdbcClient db) {
    this.db = db;
  }

  /** Adds it unless the same thing has been told; a signed link is kept only where it will be sent. */
  public boolean add(UUID id, Message message, Instant now, boolean byMail) {
    int added = db.sql("""
            insert into samlad.message (municipality_id, message_id, member_id, kind, once_key, created_at, not_after, state, next_at)
            values (samlad.municipality(), :id, :member, :kind, :key, :now, :notAfter, :state, :now)
            on conflict do nothing
            """)
        .param("id", id)
        .param("member", message.member())
        .param("kind", message.kind().name())
        .param("key", message.onceKey())
        .param("now", Timestamp.from(now))
        .param("notAfter", Timestamp.from(message.notAfter()))
        .param("state", byMail ? "WAITING" : "IN_APP")
        .update();
    if (added == 0) {
      return false;
    }
    db.sql("""
            insert into samlad.message_text (municipality_id, message_id, member_id, subject, body, path, mail_path)
            values (samlad.municipality(), :id, :member, :subject, :body, :path, :mailPath)
            """)
        .param("id", id)
        .param("member", message.member())
        .param("subject", message.subject())
        .param("body", message.text())
        .param("path", message.path())
        .param("mailPath", byMail ? message.mailPath() : null)
        .update();
    return true;
  }

  public List<Outbox.Notice> of(UUID member, int most) {
    return db.sql("""
            select m.message_id, m.kind, t.subject, t.body, t.path, m.created_at, m.read_at is null as unread
              from samlad.message m
              join samlad.message_text t on t.municipality_id = m.municipality_id and t.message_id = m.message_id
             where m.member_id = :member
             order by m.created_at desc, m.message_id
             limit :most
            """)
        .param("member", member)
        .param("most", most)
        .query((row, n) -> new Outbox.Notice(
            row.getObject(1, UUID.class),
            Message.Kind.valueOf(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getTimestamp(6).toInstant(),
            row.getBoolean(7)))
        .list();
  }

  public int unread(UUID member) {
    return db.sql(
            "select count(*) from samlad.message where member_id = :member and read_at is null")
        .param("member", member)
        .query(Integer.class)
        .single();
  }

  public void read(UUID member, Instant at) {
    db.sql("update samlad.message set read_at = :at where member_id = :member and read_at is null")
        .param("at", Timestamp.from(at))
        .param("member", member)
        .update();
  }

  public List<Outbox.Dispatch> newest(int most) {
    return db.sql("""
            select message_id, member_id, kind, state, fault, attempts, created_at, next_at
              from samlad.message
             order by state = 'FAILED' desc, created_at desc, message_id
             limit :most
            """).param("most", most).query(MessageStore::dispatch).list();
  }

  public Outbox.Standing standing() {
    return db.sql("""
            select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'SENT') as sent,
                   count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'IN_APP') as in_app
              from samlad.message
            """).query(Outbox.Standing.class).single();
  }

  /** Only where a failed one stands; it gets as many tries as a new one. */
  public boolean retry(UUID id, Instant now) {
    return db.sql("""
            update samlad.message
               set state = 'WAITING', attempts = 0, fault = null, ended_at = null, next_at = :now,
                   not_after = greatest(not_after, cast(:now as timestamptz) + interval '1 day')
             where message_id = :id and state = 'FAILED'
            """).param("id", id).param("now", Timestamp.from(now)).update() == 1;
  }

  /** What is to be sent now; signed when it leads by a link of its own. */
  public record Due(
      UUID id,
      UUID member,
      String subject,
      String text,
      String path,
      int attempts,
      Instant notAfter,
      boolean signed) {}

  /** Takes messages that are due, for as long as the lease: another process passes them by, and takes them if this one dies. */
  public List<Due> claim(Instant now, Instant leasedUntil, int most) {
    return db.sql("""
            with due as (
              select message_id from samlad.message
               where state = 'WAITING' and next_at <= :now
               order by next_at
               limit :most
               for update skip locked)
            update samlad.message m
               set next_at = :until, attempts = m.attempts + 1
              from due, samlad.message_text t
             where m.message_id = due.message_id
               and t.municipality_id = m.municipality_id and t.message_id = m.message_id
            returning m.message_id, m.member_id, t.subject, t.body, coalesce(t.mail_path, t.path), m.attempts, m.not_after,
                      t.mail_path is not null
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(leasedUntil))
        .param("most", most)
        .query((row, n) -> new Due(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getInt(6),
            row.getTimestamp(7).toInstant(),
            row.getBoolean(8)))
        .list();
  }

  /** It is done with: sent, failed for good, or left to be read in the system. The signed link goes. */
  public void end(UUID id, Outbox.State state, @Nullable Fault fault, Instant at) {
    db.sql(
            "update samlad.message set state = :state, fault = :fault, ended_at = :at where message_id = :id")
        .param("state", state.name())
        .param("fault", fault == null ? null : fault.name())
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
    if (state != Outbox.State.FAILED) {
      db.sql("update samlad.message_text set mail_path = null where message_id = :id")
          .param("id", id)
          .update();
    }
  }

  public void later(UUID id, Fault fault, Instant nextAt) {
    db.sql("update samlad.message set fault = :fault, next_at = :next where message_id = :id")
        .param("fault", fault.name())
        .param("next", Timestamp.from(nextAt))
        .param("id", id)
        .update();
  }

  /** Without a mail server what waits is read in the system. */
  public void keepInApp(Instant at) {
    db.sql("update samlad.message set state = 'IN_APP', ended_at = :at where state = 'WAITING'")
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The municipalities with an address of their own; needs no actor. */
  public List<UUID> municipalities() {
    return db.sql("select municipality_id from drift.municipality_slug order by slug")
        .query(UUID.class)
        .list();
  }

  private static Outbox.Dispatch dispatch(ResultSet row, int n) throws SQLException {
    return new Outbox.Dispatch(
        row.getObject("message_id", UUID.class),
        row.getObject("member_id", UUID.class),
        Message.Kind.valueOf(row.getString("kind")),
        Outbox.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf).orElse(null),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("next_at").toInstant());
  }
}
