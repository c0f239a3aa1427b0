package se.samlad.ground.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.CurrentActor;

/** Reads the trail of the actor's municipality, oldest first. Reading it is itself a row in it. */
@Component
public class AuditTrail {

  private static final int FETCHED_AT_ONCE = 2000;

  private final JdbcClient db;
  private final Audit audit;

  AuditTrail(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Hands over the rows one at a time, with little memory however many there are, and returns their number. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long read(AuditFilter filter, Consumer<AuditEntry> reader) {
    long[] rows = {0};
    db.sql("""
            select entry_id, at, actor_kind, member_id, verb, object_kind, object_id, detail::text as detail
              from samlad.audit_entry
             where municipality_id = :municipality
               and (cast(:from as timestamptz) is null or at >= :from)
               and (cast(:until as timestamptz) is null or at < :until)
               and (cast(:member as uuid) is null or member_id = :member)
               and (cast(:verb as text) is null or verb = :verb or split_part(verb, '.', 1) = :verb)
               and (cast(:kind as text) is null or object_kind = :kind)
               and (cast(:object as text) is null or object_id = :object)
             order by at, entry_id
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("from", moment(filter.from()))
        .param("until", moment(filter.until()))
        .param("member", filter.member())
        .param("verb", filter.verb())
        .param("kind", filter.objectKind())
        .param("object", filter.object())
        .withFetchSize(FETCHED_AT_ONCE)
        .query((RowCallbackHandler) row -> {
          rows[0]++;
          reader.accept(new AuditEntry(
              row.getObject("entry_id", UUID.class),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("actor_kind"),
              row.getObject("member_id", UUID.class),
              row.getString("verb"),
              row.getString("object_kind"),
              row.getString("object_id"),
              row.getString("detail")));
        });
    audit.record("audit.read", "audit_entry", null, Map.of("rows", rows[0]));
    return rows[0];
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
