package se.samlad.incident.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes incidents and their sources in the caller's transaction. */
@Repository
public class SourceStore {

  private final JdbcClient db;

  SourceStore(JdbcClient db) {
    this.db = db;
  }

  /** A reported item as the system reads it to make or renew a source. */
  public record Reported(
      UUID report,
      int version,
      int ordinal,
      UUID organisation,
      String organisationKind,
      String category,
      int catalogueVersion,
      String categoryGroup,
      boolean coarseOnly,
      Instant from,
      Instant to,
      boolean timeFlag,
      String textState,
      @Nullable UUID witnessOf,
      @Nullable UUID area,
      Instant receivedAt,
      boolean withdrawn) {}

  public List<Reported> items(UUID report, int version) {
    return db.sql("""
            select i.report_id as report, i.version, i.ordinal, i.organisation_id as organisation, o.kind as organisation_kind,
                   i.category_code as category, i.catalogue_version, coalesce(c.parent_code, c.code, i.category_code) as category_group,
                   coalesce(c.coarse_only, false) as coarse_only, i.from_at as "from", i.to_at as "to", i.time_flag, i.text_state, i.witness_of,
                   i.area_id as area, r.received_at, r.withdrawn_at is not null as withdrawn
              from samlad.report_item i
              join samlad.report r on r.municipality_id = i.municipality_id and r.report_id = i.report_id
              join samlad.organisation o on o.municipality_id = i.municipality_id and o.organisation_id = i.organisation_id
              left join samlad.category c on c.municipality_id = i.municipality_id and c.version = i.catalogue_version and c.code = i.category_code
             where i.report_id = :report and i.version = :version
             order by i.ordinal
            """)
        .param("report", report)
        .param("version", version)
        .query((row, n) -> new Reported(
            row.getObject("report", UUID.class),
            row.getInt("version"),
            row.getInt("ordinal"),
            row.getObject("organisation", UUID.class),
            row.getString("organisation_kind"),
            row.getString("category"),
            row.getInt("catalogue_version"),
            row.getString("category_group"),
            row.getBoolean("coarse_only"),
            row.getTimestamp("from").toInstant(),
            row.getTimestamp("to").toInstant(),
            row.getBoolean("time_flag"),
            row.getString("text_state"),
            row.getObject("witness_of", UUID.class),
            row.getObject("area", UUID.class),
            row.getTimestamp("received_at").toInstant(),
            row.getBoolean("withdrawn")))
        .list();
  }

  /** Makes those who turn one report into incidents wait for each other until the transaction ends. */
  public void lockReport(UUID report) {
    db.sql(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(cast(:report as text), 0))) as locked")
        .param("report", report.toString())
        .query(Integer.class)
        .single();
  }

  public int reportVersion(UUID report) {
    return db.sql("select version from samlad.report where report_id = :report")
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  /** A source as the review sees it. */
  public record Source(
      UUID id,
      UUID incident,
      UUID owner,
      String ownerKind,
      String state,
      String sharingClass,
      String categoryGroup,
      @Nullable UUID area,
      List<String> flags,
      @Nullable UUID report,
      int reportVersion,
      int ordinal,
      Instant receivedAt,
      int version) {}

  private static final String SOURCE = """
      select s.source_id, s.incident_id, s.owner_org, o.kind, s.state, s.sharing_class, s.category_group, s.area_id, s.flags, s.report_id,
             s.report_version, s.ordinal, s.received_at, s.version
        from samlad.incident_source s
        join samlad.organisation o on o.municipality_id = s.municipality_id and o.organisation_id = s.owner_org
      """;

  private static final RowMapper<Source> SOURCE_ROW = (row, n) -> new Source(
      row.getObject(1, UUID.class),
      row.getObject(2, UUID.class),
      row.getObject(3, UUID.class),
      row.getString(4),
      row.getString(5),
      row.getString(6),
      row.getString(7),
      row.getObject(8, UUID.class),
      List.of((String[]) row.getArray(9).getArray()),
      row.getObject(10, UUID.class),
      row.getInt(11),
      row.getInt(12),
      row.getTimestamp(13).toInstant(),
      row.getInt(14));

  public Optional<Source> ofReport(UUID report, int ordinal) {
    return db.sql(SOURCE + " where s.report_id = :report and s.ordinal = :ordinal")
        .param("report", report)
        .param("ordinal", ordinal)
        .query(SOURCE_ROW)
        .optional();
  }

  public List<Source> ofReport(UUID report) {
    return db.sql(SOURCE + " where s.report_id = :report order by s.ordinal")
        .param("report", report)
        .query(SOURCE_ROW)
        .list();
  }

  public Optional<Source> find(UUID source) {
    return db.sql(SOURCE + " where s.source_id = :source")
        .param("source", source)
        .query(SOURCE_ROW)
        .optional();
  }

  /** A source the actor may change, locked against others' changes. */
  public Optional<Source> lock(UUID source) {
    return db.sql(SOURCE + " where s.source_id = :source for update of s")
        .param("source", source)
        .query(SOURCE_ROW)
        .optional();
  }

  /** The sources of several incidents, as far as the actor sees them, first received first. */
  public List<Source> of(java.util.Collection<UUID> incidents) {
    return incidents.isEmpty()
        ? List.of()
        : db.sql(
                SOURCE
                    + " where s.incident_id in (:incidents) order by s.incident_id, s.received_at, s.source_id")
            .param("incidents", incidents)
            .query(SOURCE_ROW)
            .list();
  }

  /** What an incident went into, when it was merged. */
  public Optional<UUID> mergedInto(UUID incident) {
    return db.sql(
            "select merged_into from samlad.incident where incident_id = :incident and merged_into is not null")
        .param("incident", incident)
        .query(UUID.class)
        .optional();
  }

  /** The sources of an incident the actor sees, first received first, locked against others' changes. */
  public List<Source> locked(UUID incident) {
    return db.sql(
            SOURCE
                + " where s.incident_id = :incident order by s.received_at, s.source_id for update of s")
        .param("incident", incident)
        .query(SOURCE_ROW)
        .list();
  }

  public List<Source> of(UUID incident) {
    return db.sql(SOURCE + " where s.incident_id = :incident order by s.received_at, s.source_id")
        .param("incident", incident)
        .query(SOURCE_ROW)
        .list();
  }

  public void addIncident(UUID incident, String number, Instant at) {
    db.sql(
            "insert into samlad.incident (municipality_id, incident_id, number, created_at) values (samlad.municipality(), :id, :number, :at)")
        .param("id", incident)
        .param("number", number)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The next number of the year, for example 2026-3184. */
  public String nextNumber(int year) {
    int next = db.sql("""
            insert into samlad.incident_number (municipality_id, year, last)
            values (samlad.municipality(), :year, 1)
            on conflict (municipality_id, year) do update set last = samlad.incident_number.last + 1
            returning last
            """).param("year", year).query(Integer.class).single();
    return year + "-" + next;
  }

  public void addSource(
      UUID source,
      UUID incident,
      Reported item,
      String sharingClass,
      LocalDate week,
      List<String> flags) {
    db.sql("""
            insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, report_id, report_version,
                   ordinal, sharing_class, category_group, area_id, week, flags, received_at, state_at)
            values (samlad.municipality(), :source, :incident, :owner, 'REPORT', :report, :reportVersion,
                   :ordinal, :class, :group, :area, :week, :flags, :received, :received)
            """)
        .param("source", source)
        .param("incident", incident)
        .param("owner", item.organisation())
        .param("report", item.report())
        .param("reportVersion", item.version())
        .param("ordinal", item.ordinal())
        .param("class", sharingClass)
        .param("group", item.categoryGroup())
        .param("area", item.area())
        .param("week", week)
        .param("flags", flags.toArray(String[]::new))
        .param("received", Timestamp.from(item.receivedAt()))
        .update();
    copyDetail(source, item);
  }

  /** Renews a source from a newer version of its report. */
  public void renew(UUID source, Reported item, LocalDate week, List<String> flags) {
    db.sql("""
            update samlad.incident_source
               set report_version = :version, category_group = :group, area_id = :area, week = :week, flags = :flags, version = version + 1
             where source_id = :source
            """)
        .param("version", item.version())
        .param("group", item.categoryGroup())
        .param("area", item.area())
        .param("week", week)
        .param("flags", flags.toArray(String[]::new))
        .param("source", source)
        .update();
    db.sql("delete from samlad.incident_detail where source_id = :source")
        .param("source", source)
        .update();
    copyDetail(source, item);
  }

  private void copyDetail(UUID source, Reported item) {
    db.sql("""
            insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, lon,
                   lat, easting, northing, precision_class, place_label, indoors, ongoing, suspected, severity)
            select i.municipality_id, :source, i.organisation_id, i.category_code, i.catalogue_version, i.from_at, i.to_at, i.lon,
                   i.lat, i.easting, i.northing, i.precision_class, i.place_label, i.indoors, i.ongoing, i.suspected, i.severity
              from samlad.report_item i
             where i.report_id = :report and i.version = :version and i.ordinal = :ordinal
            """)
        .param("source", source)
        .param("report", item.report())
        .param("version", item.version())
        .param("ordinal", item.ordinal())
        .update();
  }

  public void setState(UUID source, String state, String sharingClass, Instant at) {
    db.sql("""
            update samlad.incident_source
               set state = :state, sharing_class = :class, state_at = :at,
                   passed_at = case when :state = 'PASSED' then case when state = 'PASSED' then passed_at else cast(:at as timestamptz) end end,
                   version = version + 1
             where source_id = :source
            """)
        .param("state", state)
        .param("class", sharingClass)
        .param("at", Timestamp.from(at))
        .param("source", source)
        .update();
  }

  public void setFlags(UUID source, List<String> flags) {
    db.sql(
            "update samlad.incident_source set flags = :flags, version = version + 1 where source_id = :source")
        .param("flags", flags.toArray(String[]::new))
        .param("source", source)
        .update();
  }

  public void setCategory(UUID source, String code, int catalogueVersion, String group) {
    db.sql(
            "update samlad.incident_source set category_group = :group, version = version + 1 where source_id = :source")
        .param("group", group)
        .param("source", source)
        .update();
    db.sql(
            "update samlad.incident_detail set category_code = :code, catalogue_version = :version where source_id = :source")
        .param("code", code)
        .param("version", catalogueVersion)
        .param("source", source)
        .update();
  }

  public String categoryOf(UUID source) {
    return db.sql("select category_code from samlad.incident_detail where source_id = :source")
        .param("source", source)
        .query(String.class)
        .single();
  }

  /** Sets what the incidents went into; {@code Incidents.find} follows from one to the next. */
  public void leadInto(java.util.Collection<UUID> emptied, UUID into) {
    db.sql("""
            update samlad.incident set merged_into = :into, version = version + 1
             where incident_id in (:emptied)
            """).param("into", into).param("emptied", emptied).update();
  }

  public void move(UUID source, UUID incident) {
    db.sql(
            "update samlad.incident_source set incident_id = :incident, version = version + 1 where source_id = :source")
        .param("incident", incident)
        .param("source", source)
        .update();
  }

  public void setMergedInto(UUID incident, @Nullable UUID into) {
    db.sql(
            "update samlad.incident set merged_into = :into, version = version + 1 where incident_id = :incident")
        .param("into", into)
        .param("incident", incident)
        .update();
  }
}
