package se.samlad.reporting;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.SubmissionRules.Judged;
import se.samlad.reporting.jdbc.PhotoStore;
import se.samlad.reporting.jdbc.ReportStore;
import se.samlad.reporting.jdbc.UnitStore;

/**
 * Receives reports (Swedish: rapporter). An answer is given only after the commit; the same id with the same body is the same report,
 * however often it is sent. The guard stands in front of every text: what is certain never reaches a table, log or queue.
 */
@Service
public class Reports {

  /** How long the author corrects and withdraws by herself. */
  public static final Duration OWN_TIME = Duration.ofHours(24);

  private final ReportStore store;
  private final UnitStore units;
  private final PhotoStore photos;
  private final SubmissionRules rules;
  private final Training training;
  private final TextGuard guard;
  private final GuardedAnswers answers;
  private final Areas areas;
  private final ReportedPlaces reportedPlaces;
  private final InstallationKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reports(
      ReportStore store,
      UnitStore units,
      PhotoStore photos,
      SubmissionRules rules,
      Training training,
      TextGuard guard,
      GuardedAnswers answers,
      Areas areas,
      ReportedPlaces reportedPlaces,
      InstallationKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.units = units;
    this.photos = photos;
    this.rules = rules;
    this.training = training;
    this.guard = guard;
    this.answers = answers;
    this.areas = areas;
    this.reportedPlaces = reportedPlaces;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Receives a report under the sender's own id.
   *
   * @param body the exact bytes, by which a repeat is told from another content
   * @throws Refused when the id holds other content or somebody else's report
   * @throws InvalidInput when a field cannot be taken; nothing is written
   */
  @Transactional
  public Receipt receive(UUID report, byte[] body, Submission submission, String channel) {
    byte[] hmac = keys.hmac(InstallationKeys.REPORT_BODY, body);
    Optional<Receipt> earlier = earlier(report, hmac);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    UUID organisation = organisation(submission.organisation());
    return switch (submission) {
      case Submission.Incidents incidents ->
        receiveIncidents(report, hmac, organisation, incidents, channel);
      case Submission.Nothing nothing -> receiveNothing(report, hmac, organisation, nothing);
    };
  }

  /**
   * Takes a correction: within 24 hours from receipt it stands at once, later it waits as a proposal for the coordinator. The same
   * request counts once.
   */
  @Transactional
  public Receipt correct(UUID report, SubmissionReader.Correction correction) {
    ReportStore.Head head = own(report);
    if (head.withdrawnAt() != null) {
      throw new Refused(Refused.Kind.CONFLICT, "report.withdrawn.already");
    }
    Instant now = clock.instant();
    boolean proposed = now.isAfter(head.receivedAt().plus(OWN_TIME));
    int version = store.newestItemVersion(report) + 1;
    if (!store.addEvent(
        report, head, proposed ? "PROPOSED" : "CORRECTED", correction.id(), version, now)) {
      return status(report);
    }
    List<Judged> judged = rules.judge(correction.content().incidents());
    write(report, version, head, judged, keptTexts(report, version - 1));
    if (!proposed) {
      store.setVersion(report, version);
    }
    events.publishEvent(new ReportCorrected(municipality(), report, version, proposed));
    return status(report);
  }

  /** Withdraws a report within 24 hours from receipt: it is marked, nothing is removed. The same request counts once. */
  @Transactional
  public Receipt withdraw(UUID report, UUID request) {
    Optional<UnitStore.Nothing> nothing = units.findNothing(report);
    if (nothing.isPresent()) {
      return withdrawNothing(report, nothing.get());
    }
    ReportStore.Head head = own(report);
    if (head.withdrawnAt() == null) {
      Instant now = clock.instant();
      refuseLate(head.receivedAt(), now);
      store.addEvent(report, head, "WITHDRAWN", request, head.version(), now);
      store.withdraw(report, now);
      photos.purgeOf(report, "WITHDRAWN", now);
      UUID unit = head.unit();
      if (unit != null) {
        units.countAnswer(
            unit,
            head.organisation(),
            IsoWeek.of(head.receivedAt()),
            new UnitStore.Count(-1, 0, 0));
      }
      events.publishEvent(new ReportWithdrawn(municipality(), report));
    }
    return status(report);
  }

  /** Where a report stands, for those who may see it. */
  @Transactional(readOnly = true)
  public Receipt status(UUID report) {
    Optional<ReportStore.Head> head = store.find(report);
    if (head.isPresent()) {
      return receipt(report, head.get(), false);
    }
    UnitStore.Nothing nothing =
        units.findNothing(report).orElseThrow(() -> new NotFound("report " + report));
    return receipt(report, nothing, false);
  }

  private Receipt receiveIncidents(
      UUID report,
      byte[] hmac,
      UUID organisation,
      Submission.Incidents submission,
      String channel) {
    training.requireTrained();
    List<Judged> judged = rules.judge(submission.incidents());
    Instant now = clock.instant();
    UUID unit = units.unitOf(CurrentActor.get().requireUser(), organisation).orElse(null);
    if (!store.add(report, organisation, unit, now, hmac, channel)) {
      return repeatedMeanwhile(report, hmac);
    }
    ReportStore.Head head = store.find(report).orElseThrow();
    write(report, 1, head, judged, Map.of());
    store.addEvent(report, head, "RECEIVED", null, 1, now);
    if (unit != null) {
      units.countAnswer(unit, organisation, IsoWeek.of(now), new UnitStore.Count(1, 0, 0));
    }
    events.publishEvent(new ReportReceived(municipality(), report));
    return receipt(report, head, true);
  }

  private Receipt receiveNothing(
      UUID report, byte[] hmac, UUID organisation, Submission.Nothing nothing) {
    UUID unit = nothing.unit();
    if (unit == null) {
      unit = units.unitOf(CurrentActor.get().requireUser(), organisation).orElse(null);
    } else if (!units.isUnitOf(unit, organisation)) {
      throw new InvalidInput("nothing.unit", "input.unit.unknown");
    }
    UUID area = nothing.area();
    if (area != null && areas.find(area).isEmpty()) {
      throw new InvalidInput("nothing.area", "input.area.unknown");
    }
    Instant now = clock.instant();
    if (nothing.period().start().isAfter(now) || nothing.period().until(IsoWeek.of(now)) > 53) {
      throw new InvalidInput("nothing.period", "input.period.far");
    }
    if (!units.add(new UnitStore.NewStatement(
        report, Statement.NOTHING, nothing.period(), organisation, unit, area, now, hmac))) {
      return repeatedMeanwhile(report, hmac);
    }
    if (unit != null) {
      units.countAnswer(
          unit, organisation, nothing.period(), UnitStore.Count.of(Statement.NOTHING, 1));
    }
    return receipt(report, units.findNothing(report).orElseThrow(), true);
  }

  private Receipt withdrawNothing(UUID report, UnitStore.Nothing nothing) {
    if (!nothing.member().equals(CurrentActor.get().requireUser())) {
      throw new NotFound("report " + report);
    }
    if (nothing.withdrawnAt() == null) {
      Instant now = clock.instant();
      refuseLate(nothing.receivedAt(), now);
      units.withdrawNothing(report, now);
      UUID unit = nothing.unit();
      if (unit != null) {
        units.countAnswer(
            unit, nothing.organisation(), nothing.period(), UnitStore.Count.of(nothing.kind(), -1));
      }
    }
    return status(report);
  }

  private static void refuseLate(Instant receivedAt, Instant now) {
    if (now.isAfter(receivedAt.plus(OWN_TIME))) {
      throw new Refused(Refused.Kind.CONFLICT, "report.withdrawal.late");
    }
  }

  /** The same id was taken between our look and our insert: by ourselves, then it is a repeat, or by somebody else. */
  private Receipt repeatedMeanwhile(UUID report, byte[] hmac) {
    return earlier(report, hmac)
        .orElseThrow(() -> new Refused(Refused.Kind.CONFLICT, "report.id.taken"));
  }

  private Optional<Receipt> earlier(UUID report, byte[] hmac) {
    Optional<ReportStore.Head> head = store.find(report).filter(this::mine);
    if (head.isPresent()) {
      refuseOther(head.get().bodyHmac(), hmac);
      return Optional.of(receipt(report, head.get(), false));
    }
    Optional<UnitStore.Nothing> nothing = units
        .findNothing(report)
        .filter(n -> n.member().equals(CurrentActor.get().requireUser()));
    if (nothing.isPresent()) {
      refuseOther(nothing.get().bodyHmac(), hmac);
      return Optional.of(receipt(report, nothing.get(), false));
    }
    return Optional.empty();
  }

  private static void refuseOther(byte[] stored, byte[] sent) {
    if (!MessageDigest.isEqual(stored, sent)) {
      throw new Refused(Refused.Kind.CONFLICT, "report.id.other");
    }
  }

  private ReportStore.Head own(UUID report) {
    store.lock(report);
    return store
        .find(report)
        .filter(this::mine)
        .orElseThrow(() -> new NotFound("report " + report));
  }

  private boolean mine(ReportStore.Head head) {
    return head.member().equals(CurrentActor.get().requireUser());
  }

  private UUID organisation(@Nullable UUID said) {
    Actor actor = CurrentActor.get();
    if (said != null) {
      if (!actor.organisations().contains(said)) {
        throw new InvalidInput("organisation", "input.organisation.unknown");
      }
      return said;
    }
    List<UUID> own = ReportStore.ownOrganisations();
    if (own.size() != 1) {
      throw new InvalidInput(
          "organisation", own.isEmpty() ? "input.organisation.none" : "input.organisation.which");
    }
    return own.getFirst();
  }

  private Map<Integer, ReportStore.StoredText> keptTexts(UUID report, int version) {
    Map<Integer, ReportStore.StoredText> texts = new HashMap<>();
    store.texts(report, version).forEach(text -> texts.put(text.ordinal(), text));
    return texts;
  }

  private void write(
      UUID report,
      int version,
      ReportStore.Head head,
      List<Judged> judged,
      Map<Integer, ReportStore.StoredText> kept) {
    AreaLocator locator = areas.locator();
    for (int ordinal = 0; ordinal < judged.size(); ordinal++) {
      ReportStore.StoredText text =
          text(ordinal, judged.get(ordinal).incident().text(), kept.get(ordinal));
      String textState =
          text == null ? "NONE" : text.state().equals("DOUBTFUL") ? "DOUBTFUL" : "CLEAR";
      ReportStore.Item item = item(ordinal, judged.get(ordinal), locator, textState);
      store.addItem(report, version, head, item);
      if (text != null) {
        store.addText(report, version, head, item.area(), text);
      }
    }
  }

  private ReportStore.@Nullable StoredText text(
      int ordinal, ReportedText said, ReportStore.@Nullable StoredText stored) {
    return switch (said) {
      case ReportedText.Kept() -> stored;
      case ReportedText.Removed() -> null;
      case ReportedText.Written(String text) -> {
        TextGuard.Guarded guarded = guard.guard(text);
        yield new ReportStore.StoredText(
            ordinal, guarded.text(), guarded.hits(), guarded.doubtful() ? "DOUBTFUL" : "CLEAR");
      }
    };
  }

  private ReportStore.Item item(int ordinal, Judged judged, AreaLocator locator, String textState) {
    ReportedIncident said = judged.incident();
    ReportedPlaces.Located at = reportedPlaces.locate(said.place(), locator);
    return new ReportStore.Item(
        ordinal,
        judged.category().code(),
        judged.category().version(),
        said.from(),
        said.to(),
        judged.timeFlag(),
        at.lon(),
        at.lat(),
        at.easting(),
        at.northing(),
        at.precision().name(),
        at.accuracyMeters(),
        at.area(),
        at.label(),
        said.indoors(),
        said.ongoing(),
        said.severity(),
        said.suspected(),
        answers.guarded(said.answers()),
        said.witnessOf(),
        textState);
  }

  private Receipt receipt(UUID report, ReportStore.Head head, boolean first) {
    List<Receipt.Found> found = new ArrayList<>();
    for (ReportStore.StoredText text : store.texts(report, head.version())) {
      text.hits()
          .forEach(hit ->
              found.add(new Receipt.Found(text.ordinal(), hit.kind(), hit.start(), hit.end())));
    }
    return new Receipt(
        report, first, store.status(report, head), head.version(), head.receivedAt(), found);
  }

  private static Receipt receipt(UUID report, UnitStore.Nothing nothing, boolean first) {
    Receipt.Status status =
        nothing.withdrawnAt() == null ? Receipt.Status.RECEIVED : Receipt.Status.WITHDRAWN;
    return new Receipt(report, first, status, 1, nothing.receivedAt(), List.of());
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }
}
