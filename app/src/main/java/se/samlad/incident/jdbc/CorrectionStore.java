package se.samlad.incident.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a late correction says and sets the time of a source, in the caller's transaction. */
@Repository
public class CorrectionStore {

  private final JdbcClient db;

  CorrectionStore(JdbcClient db) {
    this.db = db;
  }

  /** What one version of a report says of an item. */
  public record Said(
      String category,
      Instant from,
      Instant to,
      @Nullable UUID area,
      String placeLabel,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Integer severity,
      boolean indoors,
      boolean ongoing,
      boolean suspected) {}

  public Optional<Said> said(UUID report, int version, int ordinal) {
    return db.sql("""
            select category_code as category, from_at as "from", to_at as "to", area_id as area, place_label, lon, lat, severity, indoors,
                   ongoing, suspected
              from samlad.report_item
             where report_id = :report and version = :version and ordinal = :ordinal
            """)
        .param("report", report)
        .param("version", version)
        .param("ordinal", ordinal)
        .query((row, n) -> new Said(
            row.getString("category"),
            row.getTimestamp("from").toInstant(),
            row.getTimestamp("to").toInstant(),
            row.getObject("area", UUID.class),
            row.getString("place_label"),
            row.getObject("lon", Double.class),
            row.getObject("lat", Double.class),
            row.getObject("severity", Integer.class),
            row.getBoolean("indoors"),
            row.getBoolean("ongoing"),
            row.getBoolean("suspected")))
        .optional();
  }

  /** The newest version of a report, whether it stands or waits. */
  public int newestVersion(UUID report) {
    return db.sql("select max(version) from samlad.report_item where report_id = :report")
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  /** Whether the texts of two versions differ, as far as the actor may read them. */
  public boolean saysOtherwise(UUID report, int ordinal, int one, int other) {
    return db.sql("""
            select count(distinct coalesce(t.text, '')) > 1
              from unnest(array[cast(:one as int), cast(:other as int)]) as v (version)
              left join samlad.report_text t on t.report_id = :report and t.ordinal = :ordinal and t.version = v.version
            """)
        .param("one", one)
        .param("other", other)
        .param("report", report)
        .param("ordinal", ordinal)
        .query(Boolean.class)
        .single();
  }

  /** When a source says it happened. */
  public record Times(Instant from, Instant to) {}

  public Times times(UUID source) {
    return db.sql("select from_at, to_at from samlad.incident_detail where source_id = :source")
        .param("source", source)
        .query((row, n) ->
            new Times(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .single();
  }

  /** Sets when it happened, the week it counts in, and the flags that are left. */
  public void setTimes(UUID source, Times times, LocalDate week, List<String> flags) {
    db.sql(
            "update samlad.incident_detail set from_at = :from, to_at = :to where source_id = :source")
        .param("from", Timestamp.from(times.from()))
        .param("to", Timestamp.from(times.to()))
        .param("source", source)
        .update();
    db.sql("""
            update samlad.incident_source set week = :week, flags = :flags, version = version + 1
             where source_id = :source
            """)
        .param("week", week)
        .param("flags", flags.toArray(String[]::new))
        .param("source", source)
        .update();
  }
}
