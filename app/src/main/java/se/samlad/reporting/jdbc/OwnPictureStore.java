package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.reporting.OwnPictures;

/** An organisation's week: its reports by category, and its comment. */
@Repository
public class OwnPictureStore {

  private final JdbcClient db;

  OwnPictureStore(JdbcClient db) {
    this.db = db;
  }

  public List<OwnPictures.Count> counts(UUID organisation, Instant from, Instant before) {
    return db.sql("""
            select i.category_code as category, count(*) as incidents
              from samlad.report r
              join samlad.report_item i on i.municipality_id = r.municipality_id and i.report_id = r.report_id and i.version = r.version
             where r.organisation_id = :organisation and r.withdrawn_at is null
               and r.received_at >= :from and r.received_at < :before
             group by i.category_code
             order by count(*) desc, i.category_code
            """)
        .param("organisation", organisation)
        .param("from", Timestamp.from(from))
        .param("before", Timestamp.from(before))
        .query(OwnPictures.Count.class)
        .list();
  }

  /** The newest comment of each organisation that may be read. */
  public List<OwnPictures.Comment> comments(IsoWeek week) {
    return db.sql("""
            select distinct on (organisation_id) comment_id, organisation_id, words, state, written_at
              from samlad.own_picture_comment
             where period = :period
             order by organisation_id, written_at desc, comment_id desc
            """)
        .param("period", week.code())
        .query((row, n) -> new OwnPictures.Comment(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getString(3),
            row.getString(4).equals("DOUBTFUL"),
            row.getTimestamp(5).toInstant()))
        .list();
  }

  public void add(
      UUID id, UUID organisation, IsoWeek week, String words, String state, Instant at) {
    db.sql("""
            insert into samlad.own_picture_comment
                   (municipality_id, comment_id, organisation_id, period, words, state, written_at, written_by)
            values (samlad.municipality(), :id, :organisation, :period, :words, :state, :at, samlad.user_id())
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("period", week.code())
        .param("words", words)
        .param("state", state)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void pass(UUID comment) {
    db.sql(
            "update samlad.own_picture_comment set state = 'REVIEWED' where comment_id = :id and state = 'DOUBTFUL'")
        .param("id", comment)
        .update();
  }

  /** Somebody to tell. */
  public record Reader(UUID member, Locale language) {}

  /** The EST coordinators. Asked as the system. */
  public List<Reader> coordinators() {
    return db.sql("""
            select distinct m.member_id, m.language
              from samlad.member_role r
              join samlad.member m on m.municipality_id = r.municipality_id and m.member_id = r.member_id
             where r.role = 'COORDINATOR' and m.active and not m.service_account
            """)
        .query((row, n) -> new Reader(row.getObject(1, UUID.class), Locale.of(row.getString(2))))
        .list();
  }
}
