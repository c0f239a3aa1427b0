package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.access.Unit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.reporting.Checklists;

/** Checklists in versions, and what units looked at. */
@Repository
public class ChecklistStore {

  private final JdbcClient db;

  ChecklistStore(JdbcClient db) {
    this.db = db;
  }

  /** Two who save at once get a version each. */
  public void lock(UUID organisation) {
    db.sql(
            "select pg_advisory_xact_lock(hashtextextended('checklist' || cast(:organisation as text), 0))")
        .param("organisation", organisation)
        .query((row, n) -> n)
        .list();
  }

  /** The version in force; 0 before the first. */
  public int version(UUID organisation) {
    return db.sql(
            "select coalesce(max(version), 0) from samlad.checklist_version where organisation_id = :organisation")
        .param("organisation", organisation)
        .query(Integer.class)
        .single();
  }

  public List<Checklists.Item> items(UUID organisation, int version) {
    return db.sql("""
            select words, category_code as category from samlad.checklist_item
             where organisation_id = :organisation and version = :version
             order by ordinal
            """)
        .param("organisation", organisation)
        .param("version", version)
        .query(Checklists.Item.class)
        .list();
  }

  public void add(UUID organisation, int version, Instant at) {
    db.sql("""
            insert into samlad.checklist_version (municipality_id, organisation_id, version, saved_at, saved_by)
            values (samlad.municipality(), :organisation, :version, :at, samlad.user_id())
            """)
        .param("organisation", organisation)
        .param("version", version)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void add(UUID organisation, int version, int ordinal, Checklists.Item item) {
    db.sql("""
            insert into samlad.checklist_item (municipality_id, organisation_id, version, ordinal, words, category_code)
            values (samlad.municipality(), :organisation, :version, :ordinal, :words, :category)
            """)
        .param("organisation", organisation)
        .param("version", version)
        .param("ordinal", ordinal)
        .param("words", item.words())
        .param("category", item.category())
        .update();
  }

  public void answer(Unit unit, IsoWeek week, int version, int ordinal, Instant at) {
    db.sql("""
            insert into samlad.checklist_answer (municipality_id, unit_id, period, organisation_id, version, ordinal, at)
            values (samlad.municipality(), :unit, :period, :organisation, :version, :ordinal, :at)
            on conflict (municipality_id, unit_id, period, version, ordinal) do nothing
            """)
        .param("unit", unit.id())
        .param("period", week.code())
        .param("organisation", unit.organisation())
        .param("version", version)
        .param("ordinal", ordinal)
        .param("at", Timestamp.from(at))
        .update();
  }

  public Map<UUID, Checklists.Looked> looked(UUID organisation, IsoWeek week) {
    Map<UUID, Checklists.Looked> looked = new HashMap<>();
    db.sql("""
            select a.unit_id, count(*) filter (where a.version = n.version) as items,
                   (select count(*) from samlad.checklist_item i
                     where i.municipality_id = a.municipality_id and i.organisation_id = :organisation and i.version = n.version) as of_items
              from samlad.checklist_answer a
              join (select unit_id, max(version) as version from samlad.checklist_answer
                     where organisation_id = :organisation and period = :period group by unit_id) n on n.unit_id = a.unit_id
             where a.organisation_id = :organisation and a.period = :period
             group by a.municipality_id, a.unit_id, n.version
            """).param("organisation", organisation).param("period", week.code()).query(row -> {
      looked.put(row.getObject(1, UUID.class), new Checklists.Looked(row.getInt(2), row.getInt(3)));
    });
    return looked;
  }
}
