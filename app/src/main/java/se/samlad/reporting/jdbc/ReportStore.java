package se.samlad.reporting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes reports. Every verb runs in the caller's transaction and sees what the actor may see. */
@Repository
public class ReportStore {

  private final JdbcClient db;
  private final JsonMapper json;

  ReportStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The head of a report. */
  public record Head(
      UUID organisation,
      UUID member,
      @Nullable UUID unit,
      Instant receivedAt,
      byte[] bodyHmac,
      int version,
      @Nullable Instant withdrawnAt) {}

  /** One incident as stored. */
  public record Item(
      int ordinal,
      String category,
      int catalogueVersion,
      Instant from,
      Instant to,
      boolean timeFlag,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Double easting,
      @Nullable Double northing,
      String precision,
      @Nullable Double accuracyMeters,
      @Nullable UUID area,
      String placeLabel,
      boolean indoors,
      boolean ongoing,
      @Nullable Integer severity,
      boolean suspected,
      Map<String, String> answers,
      @Nullable UUID witnessOf,
      String textState) {}

  /** A guarded text of an item. */
  public record StoredText(int ordinal, String text, List<TextGuard.Hit> hits, String state) {}

  /** Adds the head; false when the id is taken in this municipality, by whomever. */
  public boolean add(
      UUID report,
      UUID organisation,
      @Nullable UUID unit,
      Instant receivedAt,
      byte[] bodyHmac,
      String channel) {
    return db.sql("""
            insert into samlad.report (municipality_id, report_id, organisation_id, unit_id, member_id, received_at, body_hmac, channel)
            values (samlad.municipality(), :report, :organisation, :unit, samlad.user_id(), :at, :hmac, :channel)
            on conflict do nothing
            """)
            .param("report", report)
            .param("organisation", organisation)
            .param("unit", unit)
            .param("at", Timestamp.from(receivedAt))
            .param("hmac", bodyHmac)
            .param("channel", channel)
            .update()
        == 1;
  }

  public Optional<Head> find(UUID report) {
    return db.sql("""
            select organisation_id, member_id, unit_id, received_at, body_hmac, version, withdrawn_at
              from samlad.report
             where report_id = :report
            """)
        .param("report", report)
        .query((row, n) -> new Head(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getObject(3, UUID.class),
            row.getTimestamp(4).toInstant(),
            row.getBytes(5),
            row.getInt(6),
            row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant()))
        .optional();
  }

  public void lock(UUID report) {
    db.sql("select 1 from samlad.report where report_id = :report for update")
        .param("report", report)
        .query(Integer.class)
        .optional();
  }

  public void addItem(UUID report, int version, Head head, Item item) {
    db.sql("""
            insert into samlad.report_item (municipality_id, report_id, version, ordinal, organisation_id, member_id, category_code,
                   catalogue_version, from_at, to_at, time_flag, lon, lat, easting, northing, precision_class, accuracy_meters, area_id,
                   place_label, indoors, ongoing, severity, suspected, answers, witness_of, text_state)
            values (samlad.municipality(), :report, :version, :ordinal, :organisation, :member, :category,
                   :catalogue, :from, :to, :timeFlag, :lon, :lat, :easting, :northing, :precision, :accuracy, :area,
                   :label, :indoors, :ongoing, :severity, :suspected, cast(:answers as jsonb), :witnessOf, :textState)
            """)
        .param("report", report)
        .param("version", version)
        .param("ordinal", item.ordinal())
        .param("organisation", head.organisation())
        .param("member", head.member())
        .param("category", item.category())
        .param("catalogue", item.catalogueVersion())
        .param("from", Timestamp.from(item.from()))
        .param("to", Timestamp.from(item.to()))
        .param("timeFlag", item.timeFlag())
        .param("lon", item.lon())
        .param("lat", item.lat())
        .param("easting", item.easting())
        .param("northing", item.northing())
        .param("precision", item.precision())
        .param("accuracy", item.accuracyMeters())
        .param("area", item.area())
        .param("label", item.placeLabel())
        .param("indoors", item.indoors())
        .param("ongoing", item.ongoing())
        .param("severity", item.severity())
        .param("suspected", item.suspected())
        .param("answers", json.writeValueAsString(item.answers()))
        .param("witnessOf", item.witnessOf())
        .param("textState", item.textState())
        .update();
  }

  /** The incidents of a version, in order. */
  public List<Item> items(UUID report, int version) {
    return db.sql("""
            select ordinal, category_code as category, catalogue_version, from_at as "from", to_at as "to", time_flag, lon, lat, easting,
                   northing, precision_class as precision, accuracy_meters, area_id as area, place_label, indoors, ongoing, severity,
                   suspected, answers, witness_of, text_state
              from samlad.report_item
             where report_id = :report and version = :version
             order by ordinal
            """)
        .param("report", report)
        .param("version", version)
        .query((row, n) -> item(row))
        .list();
  }

  private Item item(ResultSet row) throws SQLException {
    Map<String, String> answers = new HashMap<>();
    json.readTree(row.getString("answers"))
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue().asString()));
    return new Item(
        row.getInt("ordinal"),
        row.getString("category"),
        row.getInt("catalogue_version"),
        row.getTimestamp("from").toInstant(),
        row.getTimestamp("to").toInstant(),
        row.getBoolean("time_flag"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getObject("easting", Double.class),
        row.getObject("northing", Double.class),
        row.getString("precision"),
        row.getObject("accuracy_meters", Double.class),
        row.getObject("area", UUID.class),
        row.getString("place_label"),
        row.getBoolean("indoors"),
        row.getBoolean("ongoing"),
        row.getObject("severity", Integer.class),
        row.getBoolean("suspected"),
        answers,
        row.getObject("witness_of", UUID.class),
        row.getString("text_state"));
  }

  /** The acting member's newest reports. */
  public List<UUID> ownReports(int limit) {
    return db.sql("""
            select report_id
              from samlad.report
             where member_id = samlad.user_id()
             order by received_at desc, report_id
             limit :limit
            """).param("limit", limit).query(UUID.class).list();
  }

  /** Where a report stands for its sender. */
  public Receipt.Status status(UUID report, Head head) {
    if (head.withdrawnAt() != null) {
      return Receipt.Status.WITHDRAWN;
    }
    return hasOpenProposal(report) ? Receipt.Status.PROPOSED : Receipt.Status.RECEIVED;
  }

  public void addText(UUID report, int version, Head head, @Nullable UUID area, StoredText text) {
    db.sql("""
            insert into samlad.report_text (municipality_id, report_id, version, ordinal, organisation_id, member_id, text, state, hits,
                   area_id, handed_over)
            values (samlad.municipality(), :report, :version, :ordinal, :organisation, :member, :text, :state, cast(:hits as jsonb), :area,
                   exists (select 1 from samlad.text_review_handover h where h.organisation_id = :organisation and h.revoked_at is null))
            """)
        .param("report", report)
        .param("version", version)
        .param("ordinal", text.ordinal())
        .param("organisation", head.organisation())
        .param("member", head.member())
        .param("text", text.text())
        .param("state", text.state())
        .param("hits", json.writeValueAsString(text.hits()))
        .param("area", area)
        .update();
  }

  /** The texts of a version the actor may read, by ordinal. */
  public List<StoredText> texts(UUID report, int version) {
    return db.sql("""
            select ordinal, text, hits, state
              from samlad.report_text
             where report_id = :report and version = :version
             order by ordinal
            """)
        .param("report", report)
        .param("version", version)
        .query((row, n) -> new StoredText(
            row.getInt(1),
            row.getString(2),
            List.of(json.readValue(row.getString(3), TextGuard.Hit[].class)),
            row.getString(4)))
        .list();
  }

  public void setVersion(UUID report, int version) {
    db.sql("update samlad.report set version = :version where report_id = :report")
        .param("version", version)
        .param("report", report)
        .update();
  }

  public int newestItemVersion(UUID report) {
    return db.sql(
            "select coalesce(max(version), 0) from samlad.report_item where report_id = :report")
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  public void withdraw(UUID report, Instant at) {
    db.sql(
            "update samlad.report set withdrawn_at = :at where report_id = :report and withdrawn_at is null")
        .param("at", Timestamp.from(at))
        .param("report", report)
        .update();
  }

  /** Writes what happened; false when the same request was told before. */
  public boolean addEvent(
      UUID report, Head head, String kind, @Nullable UUID request, int version, Instant at) {
    return db.sql("""
            insert into samlad.report_event (municipality_id, event_id, report_id, organisation_id, reporter_id, kind, request_id, version,
                   at, by_member)
            values (samlad.municipality(), :id, :report, :organisation, :reporter, :kind, :request, :version, :at, samlad.user_id())
            on conflict do nothing
            """)
            .param("id", Ids.next())
            .param("report", report)
            .param("organisation", head.organisation())
            .param("reporter", head.member())
            .param("kind", kind)
            .param("request", request)
            .param("version", version)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Whether a correction waits for the coordinator. */
  public boolean hasOpenProposal(UUID report) {
    return !proposals(report, Integer.MAX_VALUE, false).isEmpty();
  }

  /** The proposed versions up to one whose newest answer is none, or one when {@code answered}. */
  public List<Integer> proposals(UUID report, int upTo, boolean answered) {
    return db.sql("""
            select version from (
              select distinct on (version) version, kind
                from samlad.report_event
               where report_id = :report and version <= :upTo
                 and kind in ('PROPOSED', 'PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED', 'PROPOSAL_REOPENED')
               order by version, at desc, event_id desc) newest
             where (kind in ('PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED')) = :answered
             order by version
            """)
        .param("report", report)
        .param("upTo", upTo)
        .param("answered", answered)
        .query(Integer.class)
        .list();
  }

  /** The organisations of the actor, when a report does not say for which it is. */
  public static List<UUID> ownOrganisations() {
    return CurrentActor.get().organisations().stream().sorted().toList();
  }
}
