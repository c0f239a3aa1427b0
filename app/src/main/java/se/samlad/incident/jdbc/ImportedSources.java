package se.samlad.incident.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes incidents from reports of an earlier system, a thousand a statement; runs as the system in the caller's transaction. */
@Repository
public class ImportedSources {

  private final JdbcClient db;

  ImportedSources(JdbcClient db) {
    this.db = db;
  }

  /** Makes those who collect one import wait for each other until the transaction ends. */
  public void lock(UUID importId) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(cast(:import as text), 7))")
        .param("import", importId)
        .query(row -> {});
  }

  private static final String ADD = """
      with item as (
        select i.report_id, i.organisation_id as owner, i.area_id, i.text_state, r.received_at, gen_random_uuid() as incident_id,
               gen_random_uuid() as source_id, row_number() over (order by i.from_at, i.report_id) as n, m.week,
               coalesce(c.parent_code, c.code, i.category_code) as category_group,
               case when m.sharing_class = 'GROUP' and coalesce(c.coarse_only, false) then 'COARSE' else m.sharing_class end as class,
               o.kind not in ('POLICE', 'SOCIAL_SERVICES', 'SCHOOL')
                 or exists (select 1 from samlad.member_role w
                             where w.municipality_id = m.municipality_id and w.member_id = m.handed_in_by
                               and w.role = 'ORGANISATION_COORDINATOR' and w.organisation_id = m.owner_org) as passed
          from samlad.imported_report m
          join samlad.report r on r.municipality_id = m.municipality_id and r.report_id = m.report_id and r.withdrawn_at is null
          join samlad.report_item i on i.municipality_id = m.municipality_id and i.report_id = m.report_id and i.version = r.version
          join samlad.organisation o on o.municipality_id = m.municipality_id and o.organisation_id = m.owner_org
          left join samlad.category c on c.municipality_id = i.municipality_id and c.version = i.catalogue_version and c.code = i.category_code
         where m.import_id = :import
           and not exists (select 1 from samlad.incident_source s where s.municipality_id = m.municipality_id and s.report_id = m.report_id)
         limit 1000
      ), numbers as (
        insert into samlad.incident_number (municipality_id, year, last)
        select samlad.municipality(), :year, count(*) from item having count(*) > 0
        on conflict (municipality_id, year) do update set last = samlad.incident_number.last + excluded.last
        returning last
      ), knot as (
        insert into samlad.incident (municipality_id, incident_id, number, created_at)
        select samlad.municipality(), incident_id, :year || '-' || (numbers.last - (select count(*) from item) + n), received_at
          from item cross join numbers
      ), happened as (
        insert into samlad.incident_event (municipality_id, event_id, incident_id, source_id, owner_org, kind, at, after)
        select samlad.municipality(), gen_random_uuid(), incident_id, source_id, owner, 'CREATED', :at, '{"ordinal": 0}'
          from item
      )
      insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, report_id, report_version, ordinal,
             state, sharing_class, category_group, area_id, week, flags, received_at, state_at, passed_at)
      select samlad.municipality(), source_id, incident_id, owner, 'EARLIER_SYSTEM', report_id, 1, 0,
             case when passed then 'PASSED' else 'NEW' end, class, category_group, area_id, week,
             case when text_state = 'DOUBTFUL' then array['TEXT'] else '{}' end, received_at, :at, case when passed then cast(:at as timestamptz) end
        from item
      """;

  /** Makes incidents of at most a thousand reports of the import that have none; tells how many. */
  public int add(UUID importId, int year, Instant at) {
    int made = db.sql(ADD)
        .param("import", importId)
        .param("year", year)
        .param("at", Timestamp.from(at))
        .update();
    db.sql("""
            insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, lon,
                   lat, easting, northing, precision_class, place_label)
            select i.municipality_id, s.source_id, i.organisation_id, i.category_code, i.catalogue_version, i.from_at, i.to_at, i.lon,
                   i.lat, i.easting, i.northing, i.precision_class, i.place_label
              from samlad.imported_report m
              join samlad.incident_source s on s.municipality_id = m.municipality_id and s.report_id = m.report_id
              join samlad.report_item i on i.municipality_id = m.municipality_id and i.report_id = m.report_id
                   and i.version = s.report_version and i.ordinal = s.ordinal
             where m.import_id = :import
               and not exists (select 1 from samlad.incident_detail d where d.municipality_id = s.municipality_id and d.source_id = s.source_id)
            """).param("import", importId).update();
    return made;
  }

  /** Marks what an import brought withdrawn. */
  public void withdraw(UUID importId, Instant at) {
    db.sql("""
            with gone as (
              update samlad.incident_source s
                 set state = 'WITHDRAWN', state_at = :at, version = s.version + 1
                from samlad.imported_report m
               where m.import_id = :import and s.municipality_id = m.municipality_id and s.report_id = m.report_id
                 and s.state <> 'WITHDRAWN'
              returning s.incident_id, s.source_id, s.owner_org
            )
            insert into samlad.incident_event (municipality_id, event_id, incident_id, source_id, owner_org, kind, at)
            select samlad.municipality(), gen_random_uuid(), incident_id, source_id, owner_org, 'WITHDRAWN', :at
              from gone
            """).param("import", importId).param("at", Timestamp.from(at)).update();
  }
}
