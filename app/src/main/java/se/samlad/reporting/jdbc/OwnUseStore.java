package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the acting member reports, by category, so that her tiles come in her own order. */
@Repository
public class OwnUseStore {

  private final JdbcClient db;

  OwnUseStore(JdbcClient db) {
    this.db = db;
  }

  /** How many incidents of each category the member has reported since. */
  public Map<String, Integer> since(Instant from) {
    Map<String, Integer> use = new HashMap<>();
    db.sql("""
            select i.category_code, count(*)
              from samlad.report r
              join samlad.report_item i
                on i.municipality_id = r.municipality_id and i.report_id = r.report_id and i.version = r.version
             where r.member_id = samlad.user_id()
               and r.received_at >= :from
               and r.withdrawn_at is null
             group by i.category_code
            """).param("from", Timestamp.from(from)).query(row -> {
      use.put(row.getString(1), row.getInt(2));
    });
    return use;
  }
}
