package se.samlad.reporting;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;

/** How many people have reported, never who or how much each: reporting is not measured by person. */
@Service
@Transactional(readOnly = true)
public class ActiveReporters {

  private final JdbcClient db;

  ActiveReporters(JdbcClient db) {
    this.db = db;
  }

  /** Different authors of reports that came in the week and stand, among those the actor may see. */
  public int in(IsoWeek week) {
    return db.sql("""
            select count(distinct member_id)
              from samlad.report
             where received_at >= :from and received_at < :before and withdrawn_at is null and channel <> 'IMPORT'
            """)
        .param("from", start(week))
        .param("before", start(week.plus(1)))
        .query(Integer.class)
        .single();
  }

  private static Timestamp start(IsoWeek week) {
    return Timestamp.from(week.monday().atStartOfDay(IsoWeek.ZONE).toInstant());
  }
}
