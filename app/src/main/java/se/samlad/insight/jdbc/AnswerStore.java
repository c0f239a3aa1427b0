package se.samlad.insight.jdbc;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;

/** How units answered their weeks, without who. */
@Repository
public class AnswerStore {

  private final JdbcClient db;

  AnswerStore(JdbcClient db) {
    this.db = db;
  }

  /** What a unit sent in a week. */
  public record UnitAnswer(UUID unit, IsoWeek week, int reports, int nothing, int stated) {}

  public List<UnitAnswer> between(IsoWeek first, IsoWeek last) {
    return db.sql("""
            select unit_id, period, reports, nothing, stated
              from samlad.unit_week
             where period between :first and :last
               and reports + nothing + stated > 0
            """)
        .param("first", first.code())
        .param("last", last.code())
        .query((row, n) -> new UnitAnswer(
            row.getObject(1, UUID.class),
            IsoWeek.parse(row.getString(2)).orElseThrow(),
            row.getInt(3),
            row.getInt(4),
            row.getInt(5)))
        .list();
  }
}
