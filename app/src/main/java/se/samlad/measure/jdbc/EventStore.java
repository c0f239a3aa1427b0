package se.samlad.measure.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.measure.Dose;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureEvent;
import se.samlad.measure.Outcome;
import se.samlad.measure.Progress;

/** The history of measures: rows are only added; words lie beside them. */
@Repository
public class EventStore {

  private final JdbcClient db;

  EventStore(JdbcClient db) {
    this.db = db;
  }

  public void add(UUID measure, MeasureEvent event) {
    Dose dose = event.dose();
    db.sql("""
            insert into samlad.measure_event
                   (municipality_id, event_id, measure_id, kind, at, by_member, progress, dose_done, dose_planned, dose_unit, outcome, next_on)
            values (samlad.municipality(), :id, :measure, :kind, :at, :by, :progress, :done, :planned, :unit, :outcome, :next)
            """)
        .param("id", event.id())
        .param("measure", measure)
        .param("kind", event.kind().name())
        .param("at", Timestamp.from(event.at()))
        .param("by", event.by())
        .param("progress", name(event.progress()))
        .param("done", dose == null ? null : dose.done())
        .param("planned", dose == null ? null : dose.planned())
        .param("unit", dose == null ? null : dose.unit())
        .param("outcome", name(event.outcome()))
        .param("next", event.nextOn())
        .update();
  }

  public void addNote(Measure measure, MeasureEvent event, String words) {
    db.sql("""
            insert into samlad.measure_note (municipality_id, event_id, measure_id, owner_org, by_member, words, hidden)
            values (samlad.municipality(), :id, :measure, :owner, :by, :words, :hidden)
            """)
        .param("id", event.id())
        .param("measure", measure.id())
        .param("owner", measure.ownerOrg())
        .param("by", event.by())
        .param("words", words)
        .param("hidden", event.hidden())
        .update();
  }

  /** Shows words the guard was in doubt about; false when there are none the actor may show. */
  public boolean showNote(UUID measure, UUID event) {
    return db.sql("""
            update samlad.measure_note set hidden = false
             where measure_id = :measure and event_id = :event and hidden and owner_org = any (samlad.coordinated())
            """).param("measure", measure).param("event", event).update() == 1;
  }

  /** The history, newest first. Names are those the actor may read; words that wait for review come as empty. */
  public List<MeasureEvent> history(UUID measure) {
    return db.sql("""
            select e.event_id, e.kind, e.at, e.by_member, m.display_name, e.progress, e.dose_done, e.dose_planned, e.dose_unit, e.outcome,
                   e.next_on, n.words, coalesce(n.hidden, false) as hidden
              from samlad.measure_event e
              left join samlad.member m on m.municipality_id = e.municipality_id and m.member_id = e.by_member
              left join samlad.measure_note n on n.municipality_id = e.municipality_id and n.event_id = e.event_id
             where e.measure_id = :measure
             order by e.at desc, e.event_id desc
            """).param("measure", measure).query(EventStore::event).list();
  }

  /** Who proposed the measure and when. */
  public Optional<MeasureEvent> proposal(UUID measure) {
    return history(measure).stream()
        .filter(event -> event.kind() == MeasureEvent.Kind.PROPOSED)
        .reduce((later, earlier) -> earlier);
  }

  private static MeasureEvent event(ResultSet row, int n) throws SQLException {
    String progress = row.getString("progress");
    String outcome = row.getString("outcome");
    return new MeasureEvent(
        row.getObject("event_id", UUID.class),
        MeasureEvent.Kind.valueOf(row.getString("kind")),
        row.getTimestamp("at").toInstant(),
        row.getObject("by_member", UUID.class),
        row.getString("display_name"),
        progress == null ? null : Progress.valueOf(progress),
        dose(row),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("next_on", LocalDate.class),
        row.getString("words"),
        row.getBoolean("hidden"));
  }

  private static @Nullable Dose dose(ResultSet row) throws SQLException {
    Integer planned = row.getObject("dose_planned", Integer.class);
    return planned == null
        ? null
        : new Dose(row.getInt("dose_done"), planned, row.getString("dose_unit"));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
