package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.FileRow;
import se.samlad.intake.RowTarget.Delivery;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes reports that came in files, a batch a statement, in the caller's transaction. */
@Repository
public class ImportedStore {

  private final JdbcClient db;
  private final JsonMapper json;

  ImportedStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A row that is stored. */
  public record Stored(String rowKey, String contentHash, UUID importId) {}

  /** A row to store, with the version of the catalogue its category is of. */
  public record Entry(FileRow row, int catalogueVersion, TextGuard.Guarded text) {}

  private static final String ADD = """
      with row as (
        select cast(u.report as uuid) as report_id, u.row_key, u.hash, u.category, cast(u.catalogue as int) as catalogue,
               cast(u.from_at as timestamptz) as from_at, cast(u.to_at as timestamptz) as to_at, cast(u.lon as double precision) as lon,
               cast(u.lat as double precision) as lat, cast(u.easting as double precision) as easting,
               cast(u.northing as double precision) as northing, u.precision_class, cast(u.area as uuid) as area_id, u.label, u.text,
               u.text_state, cast(u.hits as jsonb) as hits, cast(u.week as date) as week, cast(u.recorded as date) as recorded_on
          from unnest(:reports, :keys, :hashes, :categories, :catalogues, :from, :to, :lon, :lat, :easting, :northing, :precision, :areas,
                      :labels, :texts, :states, :hits, :weeks, :recorded)
            as u (report, row_key, hash, category, catalogue, from_at, to_at, lon, lat, easting, northing, precision_class, area,
                  label, text, text_state, hits, week, recorded)
      ), head as (
        insert into samlad.report (municipality_id, report_id, organisation_id, member_id, received_at, body_hmac, channel)
        select samlad.municipality(), report_id, :owner, samlad.user_id(), :at, decode(hash, 'hex'), 'IMPORT'
          from row
      ), item as (
        insert into samlad.report_item (municipality_id, report_id, version, ordinal, organisation_id, member_id, category_code,
               catalogue_version, from_at, to_at, lon, lat, easting, northing, precision_class, area_id, place_label, text_state)
        select samlad.municipality(), report_id, 1, 0, :owner, samlad.user_id(), category,
               catalogue, from_at, to_at, lon, lat, easting, northing, precision_class, area_id, label, text_state
          from row
      ), words as (
        insert into samlad.report_text (municipality_id, report_id, version, ordinal, organisation_id, member_id, text, state, hits, area_id,
               handed_over)
        select samlad.municipality(), report_id, 1, 0, :owner, samlad.user_id(), text, text_state, hits, area_id,
               exists (select 1 from samlad.text_review_handover h where h.organisation_id = :owner and h.revoked_at is null)
          from row
         where text_state <> 'NONE'
      ), happened as (
        insert into samlad.report_event (municipality_id, event_id, report_id, organisation_id, reporter_id, kind, version, at, by_member)
        select samlad.municipality(), gen_random_uuid(), report_id, :owner, samlad.user_id(), 'RECEIVED', 1, :at, :by
          from row
      )
      insert into samlad.imported_report (municipality_id, report_id, import_id, profile, row_key, content_hash, owner_org, sharing_class,
             handed_in_by, week, recorded_on)
      select samlad.municipality(), report_id, :import, :profile, row_key, hash, :owner, :class, :by, week, recorded_on
        from row
      """;

  /** The service account in whose name the organisation's earlier reports stand, once there is one. */
  public Optional<UUID> accountOf(UUID organisation) {
    return db.sql("""
            select member_id from samlad.report
             where organisation_id = :organisation and channel = 'IMPORT' limit 1
            """).param("organisation", organisation).query(UUID.class).optional();
  }

  public List<Stored> find(String profile, List<String> keys) {
    return db.sql("""
            select row_key, content_hash, import_id
              from samlad.imported_report
             where profile = :profile and row_key = any (:keys) and undone_at is null
            """)
        .param("profile", profile)
        .param("keys", keys.toArray(String[]::new))
        .query(Stored.class)
        .list();
  }

  public void add(Delivery delivery, List<Entry> batch, Instant at) {
    db.sql(ADD)
        .param("import", delivery.importId())
        .param("owner", delivery.owner())
        .param("profile", delivery.profile())
        .param("class", delivery.sharingClass())
        .param("by", delivery.handedInBy())
        .param("at", Timestamp.from(at))
        .param("reports", texts(batch, entry -> Ids.next()))
        .param("keys", texts(batch, entry -> entry.row().key()))
        .param("hashes", texts(batch, entry -> entry.row().contentHash()))
        .param("categories", texts(batch, entry -> entry.row().code()))
        .param("catalogues", texts(batch, Entry::catalogueVersion))
        .param("from", texts(batch, entry -> entry.row().from()))
        .param("to", texts(batch, entry -> entry.row().to()))
        .param("lon", texts(batch, entry -> entry.row().lon()))
        .param("lat", texts(batch, entry -> entry.row().lat()))
        .param("easting", texts(batch, entry -> entry.row().easting()))
        .param("northing", texts(batch, entry -> entry.row().northing()))
        .param("precision", texts(batch, entry -> entry.row().precision()))
        .param("areas", texts(batch, entry -> entry.row().areaId()))
        .param("labels", texts(batch, entry -> label(entry.row())))
        .param("texts", texts(batch, entry -> entry.text().text()))
        .param("states", texts(batch, entry -> state(entry.text())))
        .param(
            "hits", texts(batch, entry -> json.writeValueAsString(entry.text().hits())))
        .param("weeks", texts(batch, entry -> IsoWeek.of(entry.row().from()).monday()))
        .param("recorded", texts(batch, entry -> entry.row().recordedOn()))
        .update();
  }

  public Optional<LocalDate> heldUntil(Delivery delivery) {
    return db.sql("""
            select max(week) from samlad.imported_report
             where profile = :profile and import_id <> :import and undone_at is null
            """)
        .param("profile", delivery.profile())
        .param("import", delivery.importId())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  public int held(Delivery delivery, LocalDate first, LocalDate last) {
    return db.sql("""
            select count(*) from samlad.imported_report
             where profile = :profile and recorded_on between :first and :last and undone_at is null
            """)
        .param("profile", delivery.profile())
        .param("first", first)
        .param("last", last)
        .query(Integer.class)
        .single();
  }

  /** Marks the reports of an import withdrawn and lets their rows come again. */
  public int withdraw(UUID importId, Instant at) {
    db.sql("""
            update samlad.report r
               set withdrawn_at = :at
              from samlad.imported_report i
             where i.import_id = :import and r.municipality_id = i.municipality_id and r.report_id = i.report_id
               and r.withdrawn_at is null
            """).param("import", importId).param("at", Timestamp.from(at)).update();
    return db.sql("""
            update samlad.imported_report set undone_at = :at where import_id = :import and undone_at is null
            """).param("import", importId).param("at", Timestamp.from(at)).update();
  }

  public void grown() {
    db.sql("select samlad.know_imported_reports()").query(row -> {});
  }

  private static String label(FileRow row) {
    return row.street().isEmpty() ? row.areaCode() : row.street();
  }

  private static String state(TextGuard.Guarded text) {
    if (text.text().isEmpty()) {
      return "NONE";
    }
    return text.doubtful() ? "DOUBTFUL" : "CLEAR";
  }

  private static @Nullable String[] texts(
      List<Entry> batch, Function<Entry, ? extends @Nullable Object> column) {
    return batch.stream()
        .map(entry -> {
          Object value = column.apply(entry);
          return value == null ? null : value.toString();
        })
        .toArray(String[]::new);
  }
}
