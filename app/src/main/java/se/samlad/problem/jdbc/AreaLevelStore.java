package se.samlad.problem.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.problem.AreaLevel;
import se.samlad.problem.AreaLevelChange;

/** Levels and judgements in the database; hidden words come as empty to all but the EST coordinator and who wrote them. */
@Repository
public class AreaLevelStore {

  private static final String SELECT = """
      select c.change_id, c.area_id, c.group_id, c.level, c.previous, c.hidden, c.at, m.display_name,
             case when c.hidden and not samlad.has_role('COORDINATOR') and c.by_member is distinct from samlad.user_id() then '' else c.motivation end as motivation
        from samlad.area_level_change c
        left join samlad.member m on m.municipality_id = c.municipality_id and m.member_id = c.by_member
      """;

  private final JdbcClient db;

  AreaLevelStore(JdbcClient db) {
    this.db = db;
  }

  public List<AreaLevel> levels() {
    return db.sql("""
            select code, tone, name_sv, name_en, criteria, informs, within_hours, extra_meeting
              from samlad.area_level
             order by ordinal, code
            """)
        .query((row, n) -> new AreaLevel(
            row.getString("code"),
            AreaLevel.Tone.valueOf(row.getString("tone")),
            row.getString("name_sv"),
            row.getString("name_en"),
            row.getString("criteria"),
            row.getString("informs"),
            row.getObject("within_hours", Integer.class),
            row.getBoolean("extra_meeting")))
        .list();
  }

  public void define(List<AreaLevel> levels) {
    db.sql("delete from samlad.area_level").update();
    for (int i = 0; i < levels.size(); i++) {
      AreaLevel level = levels.get(i);
      db.sql("""
              insert into samlad.area_level
                     (municipality_id, code, ordinal, tone, name_sv, name_en, criteria, informs, within_hours, extra_meeting)
              values (samlad.municipality(), :code, :ordinal, :tone, :sv, :en, :criteria, :informs, :hours, :meeting)
              """)
          .param("code", level.code())
          .param("ordinal", i)
          .param("tone", level.tone().name())
          .param("sv", level.nameSv())
          .param("en", level.nameEn())
          .param("criteria", level.criteria())
          .param("informs", level.informs())
          .param("hours", level.withinHours())
          .param("meeting", level.extraMeeting())
          .update();
    }
  }

  /** One judge at a time in a group, until the transaction ends. */
  public void lock(UUID group) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('area_level ' || :group, 0))")
        .param("group", group.toString())
        .query((row, n) -> true)
        .list();
  }

  public List<AreaLevelChange> newest(UUID group) {
    return db.sql("select distinct on (x.area_id) x.* from (" + SELECT
            + " where c.group_id = :group) x order by x.area_id, x.at desc, x.change_id desc")
        .param("group", group)
        .query(AreaLevelStore::change)
        .list();
  }

  public List<AreaLevelChange> history(UUID group, UUID area) {
    return db.sql(
            SELECT
                + " where c.group_id = :group and c.area_id = :area order by c.at desc, c.change_id desc")
        .param("group", group)
        .param("area", area)
        .query(AreaLevelStore::change)
        .list();
  }

  public void add(AreaLevelChange change, @Nullable UUID by) {
    db.sql("""
            insert into samlad.area_level_change
                   (municipality_id, change_id, area_id, group_id, level, previous, motivation, hidden, at, by_member)
            values (samlad.municipality(), :id, :area, :group, :level, :previous, :motivation, :hidden, :at, :by)
            """)
        .param("id", change.id())
        .param("area", change.area())
        .param("group", change.group())
        .param("level", change.level())
        .param("previous", change.previous())
        .param("motivation", change.motivation())
        .param("hidden", change.hidden())
        .param("at", Timestamp.from(change.at()))
        .param("by", by)
        .update();
  }

  /** Shows words the guard was in doubt about; false when there are none. */
  public boolean show(UUID change) {
    return db.sql(
                "update samlad.area_level_change set hidden = false where change_id = :id and hidden")
            .param("id", change)
            .update()
        == 1;
  }

  private static AreaLevelChange change(ResultSet row, int n) throws SQLException {
    return new AreaLevelChange(
        row.getObject("change_id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getObject("group_id", UUID.class),
        row.getString("level"),
        row.getString("previous"),
        row.getString("motivation"),
        row.getBoolean("hidden"),
        row.getTimestamp("at").toInstant(),
        row.getString("display_name"));
  }
}
