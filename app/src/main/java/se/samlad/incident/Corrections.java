package se.samlad.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.incident.jdbc.CorrectionStore;
import se.samlad.incident.jdbc.CorrectionStore.Times;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.IncidentHistory.Event;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Reported;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.LateCorrections;

/**
 * What the flags <em>Granska tid</em> and <em>Förslag</em> ask of whoever passes the item: to say when it happened, and to take a late
 * correction or leave it. A correction is of the whole report, so all its sources are answered at once.
 */
@Service
public class Corrections {

  static final String TIME = "TIME";
  static final String PROPOSAL = "PROPOSAL";
  private static final List<String> LIVING = List.of("NEW", "PASSED");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration SLACK = Duration.ofMinutes(15);

  private final SourceStore store;
  private final IncidentHistory history;
  private final CorrectionStore corrections;
  private final SourceDesk desk;
  private final LateCorrections late;
  private final Audit audit;
  private final Clock clock;

  Corrections(
      SourceStore store,
      IncidentHistory history,
      CorrectionStore corrections,
      SourceDesk desk,
      LateCorrections late,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.corrections = corrections;
    this.desk = desk;
    this.late = late;
    this.audit = audit;
    this.clock = clock;
  }

  /** Says when it happened; the interval keeps its length. Empty lets the time stand as it was told. */
  @Transactional
  public Review.Done time(Map.Entry<UUID, Integer> pick, UUID sourceId, Optional<Instant> begins) {
    Source source = asked(pick, sourceId, TIME);
    Times before = corrections.times(source.id());
    Times after = begins
        .map(from -> new Times(from, from.plus(Duration.between(before.from(), before.to()))))
        .orElse(before);
    begins.ifPresent(this::refuseUnlikely);
    corrections.setTimes(
        source.id(), after, week(after.from()), TextReview.without(source.flags(), TIME));
    record("incident.time", source);
    Deed deed = new Deed(history, clock);
    deed.leave(source, "TIME_CHANGED", "", told(before), told(after));
    return deed.done();
  }

  /** Takes the newest correction of the report: each of its sources says what it says, and one it leaves out is withdrawn. */
  @Transactional
  public Review.Done accept(Map.Entry<UUID, Integer> pick, UUID sourceId) {
    UUID report = report(asked(pick, sourceId, PROPOSAL));
    store.lockReport(report);
    int standing = store.reportVersion(report);
    int version = corrections.newestVersion(report);
    Map<Integer, Reported> items = store.items(report, version).stream()
        .collect(Collectors.toMap(Reported::ordinal, item -> item));
    Deed deed = new Deed(history, clock);
    for (Source source : living(report)) {
      Reported item = items.get(source.ordinal());
      if (item == null) {
        desk.turn(
            deed,
            source,
            SourceState.WITHDRAWN,
            SharingClass.valueOf(source.sharingClass()),
            "WITHDRAWN",
            "incident.correct",
            "");
      } else {
        take(deed, source, item, standing);
      }
    }
    late.accept(report, version);
    return deed.done();
  }

  /** Leaves the report as it is. */
  @Transactional
  public Review.Done refuse(Map.Entry<UUID, Integer> pick, UUID sourceId) {
    UUID report = report(asked(pick, sourceId, PROPOSAL));
    store.lockReport(report);
    int version = corrections.newestVersion(report);
    Deed deed = new Deed(history, clock);
    for (Source source : living(report)) {
      if (source.flags().contains(PROPOSAL)) {
        store.setFlags(source.id(), TextReview.without(source.flags(), PROPOSAL));
        record("incident.keep", source);
        deed.leave(
            source,
            "PROPOSAL_REFUSED",
            "",
            Map.of("standing", store.reportVersion(report)),
            Map.of("version", version));
      }
    }
    late.refuse(report, version);
    return deed.done();
  }

  void timeBack(Event event, Source source) {
    Times left = times(event.after());
    if (!left.equals(corrections.times(source.id()))) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "incident.undo.changed");
    }
    corrections.setTimes(
        source.id(),
        times(event.before()),
        week(source.receivedAt()),
        TextReview.with(source.flags(), TIME));
  }

  void acceptBack(Event event, Source source) {
    int version = number(event.after(), "version");
    if (source.reportVersion() != version) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "incident.undo.changed");
    }
    UUID report = report(source);
    Reported former = item(report, number(event.before(), "version"), source.ordinal());
    store.renew(
        source.id(),
        former,
        Collection.week(former),
        TextReview.with(Collection.flags(former), PROPOSAL));
    reopenText(source);
    late.reopen(report, version, number(event.before(), "standing"));
  }

  void refuseBack(Event event, Source source) {
    store.setFlags(source.id(), TextReview.with(source.flags(), PROPOSAL));
    late.reopen(
        report(source), number(event.after(), "version"), number(event.before(), "standing"));
  }

  private void take(Deed deed, Source source, Reported item, int standing) {
    store.renew(source.id(), item, Collection.week(item), Collection.flags(item));
    reopenText(source);
    record("incident.correct", source);
    deed.leave(
        source,
        "PROPOSAL_ACCEPTED",
        "",
        Map.of("version", source.reportVersion(), "standing", standing),
        Map.of("version", item.version()));
    SharingClass sharingClass = SharingClass.valueOf(source.sharingClass());
    if (item.coarseOnly() && sharingClass.compareTo(SharingClass.COARSE) > 0) {
      desk.turn(
          deed,
          source,
          SourceState.valueOf(source.state()),
          SharingClass.COARSE,
          "CLASS_CHANGED",
          "incident.share",
          "");
    }
  }

  /** The text of the version that counts now is open to the groups as the former one was. */
  private void reopenText(Source source) {
    store
        .find(source.id())
        .ifPresent(now -> desk.openText(
            now, SourceState.valueOf(now.state()), SharingClass.valueOf(now.sharingClass())));
  }

  private List<Source> living(UUID report) {
    return store.ofReport(report).stream()
        .filter(source -> LIVING.contains(source.state()))
        .map(source -> store.lock(source.id()).orElseThrow())
        .toList();
  }

  /** The source the verb is about, unchanged since it was seen, with the flag that asks for the verb. */
  private Source asked(Map.Entry<UUID, Integer> pick, UUID sourceId, String flag) {
    Source source = desk.locked(pick).stream()
        .filter(each -> each.id().equals(sourceId))
        .findFirst()
        .orElseThrow(() -> new NotFound("source " + sourceId));
    if (!SourceDesk.passes(source)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "incident.pass.none");
    }
    if (!source.flags().contains(flag) || !LIVING.contains(source.state())) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.mend.none");
    }
    return source;
  }

  private void refuseUnlikely(Instant begins) {
    if (begins.isBefore(EARLIEST) || begins.isAfter(clock.instant().plus(SLACK))) {
      throw new InvalidInput("tid", "incident.mend.time.unlikely");
    }
  }

  private Reported item(UUID report, int version, int ordinal) {
    return store.items(report, version).stream()
        .filter(item -> item.ordinal() == ordinal)
        .findFirst()
        .orElseThrow(() -> new NotFound("item " + ordinal + " of report " + report));
  }

  private void record(String verb, Source source) {
    audit.record(
        verb, "incident", source.incident(), Map.of("source", source.id().toString()));
  }

  private static UUID report(Source source) {
    UUID report = source.report();
    if (report == null) {
      throw new NotFound("report of source " + source.id());
    }
    return report;
  }

  private static LocalDate week(Instant at) {
    return IsoWeek.of(at).monday();
  }

  private static Map<String, String> told(Times times) {
    return Map.of("from", times.from().toString(), "to", times.to().toString());
  }

  private static Times times(Map<String, Object> values) {
    return new Times(
        Instant.parse(String.valueOf(values.get("from"))),
        Instant.parse(String.valueOf(values.get("to"))));
  }

  private static int number(Map<String, Object> values, String name) {
    return Integer.parseInt(String.valueOf(values.get(name)));
  }
}
