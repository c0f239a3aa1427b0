package se.samlad.reporting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Photos and what the municipality has decided about them. Every verb sees what the actor may see. */
@Repository
public class PhotoStore {

  private final JdbcClient db;

  PhotoStore(JdbcClient db) {
    this.db = db;
  }

  /** That a photo came; the picture is another table's. */
  public record Receipt(
      UUID photo,
      UUID report,
      UUID organisation,
      UUID member,
      Instant receivedAt,
      byte[] bodyHmac,
      @Nullable Instant purgedAt) {}

  /** How a municipality takes photos. */
  public record Rules(boolean taken, int keptDays) {}

  public Optional<Receipt> find(UUID photo) {
    return db.sql("""
            select photo_id, report_id, organisation_id, member_id, received_at, body_hmac, purged_at
              from samlad.report_photo_receipt
             where photo_id = :photo
            """).param("photo", photo).query(PhotoStore::receipt).optional();
  }

  /** The photos of a report that have a picture still, in the order they came. */
  public List<Receipt> of(UUID report) {
    return db.sql("""
            select photo_id, report_id, organisation_id, member_id, received_at, body_hmac, purged_at
              from samlad.report_photo_receipt
             where report_id = :report and purged_at is null
             order by received_at, photo_id
            """).param("report", report).query(PhotoStore::receipt).list();
  }

  /** How many photos a report has had, purged ones too. */
  public int count(UUID report) {
    return db.sql("select count(*) from samlad.report_photo_receipt where report_id = :report")
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  /** Adds receipt and picture; false when the id is taken in this municipality, by whomever. */
  public boolean add(Receipt receipt, int width, int height, byte[] jpeg) {
    boolean added = db.sql("""
                insert into samlad.report_photo_receipt (municipality_id, photo_id, report_id, organisation_id, member_id, received_at,
                       body_hmac, width, height)
                values (samlad.municipality(), :photo, :report, :organisation, :member, :at, :hmac, :width, :height)
                on conflict do nothing
                """)
            .param("photo", receipt.photo())
            .param("report", receipt.report())
            .param("organisation", receipt.organisation())
            .param("member", receipt.member())
            .param("at", Timestamp.from(receipt.receivedAt()))
            .param("hmac", receipt.bodyHmac())
            .param("width", width)
            .param("height", height)
            .update()
        == 1;
    if (added) {
      db.sql("""
              insert into samlad.report_photo (municipality_id, photo_id, organisation_id, member_id, jpeg)
              values (samlad.municipality(), :photo, :organisation, :member, :jpeg)
              """)
          .param("photo", receipt.photo())
          .param("organisation", receipt.organisation())
          .param("member", receipt.member())
          .param("jpeg", jpeg)
          .update();
    }
    return added;
  }

  public Optional<byte[]> picture(UUID photo) {
    return db.sql("select jpeg from samlad.report_photo where photo_id = :photo")
        .param("photo", photo)
        .query(byte[].class)
        .optional();
  }

  /** The picture goes with it, by the table's own trigger. */
  public boolean purge(UUID photo, String why, Instant at) {
    return db.sql("""
            update samlad.report_photo_receipt set purged_at = :at, purged_for = :why
             where photo_id = :photo and purged_at is null
            """)
            .param("photo", photo)
            .param("why", why)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  public int purgeOf(UUID report, String why, Instant at) {
    return db.sql("""
            update samlad.report_photo_receipt set purged_at = :at, purged_for = :why
             where report_id = :report and purged_at is null
            """)
        .param("report", report)
        .param("why", why)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Disposes of those received before a day. */
  public int dispose(Instant before, Instant at) {
    return db.sql("""
            update samlad.report_photo_receipt set purged_at = :at, purged_for = 'DISPOSED'
             where received_at < :before and purged_at is null
            """)
        .param("before", Timestamp.from(before))
        .param("at", Timestamp.from(at))
        .update();
  }

  public Rules rules(int usualDays) {
    return db.sql("""
            select coalesce((settings ->> 'photos')::boolean, false) as taken,
                   coalesce((settings ->> 'photoDays')::int, :usual) as days
              from samlad.municipality
             where municipality_id = samlad.municipality()
            """)
        .param("usual", usualDays)
        .query((row, n) -> new Rules(row.getBoolean("taken"), row.getInt("days")))
        .single();
  }

  public void setRules(Rules rules) {
    db.sql("""
            update samlad.municipality
               set settings = settings || jsonb_build_object('photos', cast(:taken as boolean), 'photoDays', cast(:days as int))
             where municipality_id = samlad.municipality()
            """).param("taken", rules.taken()).param("days", rules.keptDays()).update();
  }

  private static Receipt receipt(ResultSet row, int n) throws SQLException {
    Timestamp purged = row.getTimestamp("purged_at");
    return new Receipt(
        row.getObject("photo_id", UUID.class),
        row.getObject("report_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getTimestamp("received_at").toInstant(),
        row.getBytes("body_hmac"),
        purged == null ? null : purged.toInstant());
  }
}
