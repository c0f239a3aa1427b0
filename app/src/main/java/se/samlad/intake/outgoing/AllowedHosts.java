package se.samlad.intake.outgoing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;

/** The hosts the municipality's feeds may ask (Swedish: tillåtna värdar). An empty list lets nothing out. */
@Component
public class AllowedHosts {

  private static final Pattern HOST = Pattern.compile(
      "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*(:[0-9]{1,5})?");

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  AllowedHosts(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** A host, with its port when it is not 443. */
  public record Host(String name, Instant addedAt) {}

  @Transactional(readOnly = true)
  public List<Host> list() {
    return db.sql("select host, added_at from samlad.outgoing_host order by host")
        .query((row, n) -> new Host(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  /** Adds a host; adding it again changes nothing. */
  @Transactional
  public void add(String typed) {
    String host = typed.strip().toLowerCase(Locale.ROOT);
    if (host.length() > 200 || !HOST.matcher(host).matches()) {
      throw new InvalidInput("vard", "outgoing.hosts.name");
    }
    int added = db.sql("""
            insert into samlad.outgoing_host (municipality_id, host, added_at, added_by)
            values (samlad.municipality(), :host, :at, :by)
            on conflict do nothing
            """)
        .param("host", host)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", CurrentActor.get().user())
        .update();
    if (added == 1) {
      audit.record("host.allow", "outgoing_host", host, Map.of());
    }
  }

  /** Takes a host off the list; the next call to it is stopped. */
  @Transactional
  public void remove(String host) {
    int removed = db.sql("delete from samlad.outgoing_host where host = :host")
        .param("host", host)
        .update();
    if (removed == 1) {
      audit.record("host.forbid", "outgoing_host", host, Map.of());
    }
  }
}
