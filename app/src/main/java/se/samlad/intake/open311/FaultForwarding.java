package se.samlad.intake.open311;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Forwarding;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.Feeds;
import se.samlad.intake.open311.ForwardStore.Forward;

/** Writes forwarded faults down in the transaction of whoever sends them; {@link FaultsOut} takes them from there. */
@Service
@Transactional(readOnly = true)
class FaultForwarding implements Forwarding {

  private static final int LONGEST = 500;

  private final ForwardStore store;
  private final RequestStore requests;
  private final Feeds feeds;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  FaultForwarding(
      ForwardStore store,
      RequestStore requests,
      Feeds feeds,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.requests = requests;
    this.feeds = feeds;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Receiver> receivers() {
    return feeds.on(FeedKind.OPEN311_OUT).stream()
        .map(feed -> new Receiver(
            feed.id(),
            feed.name(),
            requests.services(feed.id()).stream()
                .map(kind -> new Kind(kind.code(), kind.name(), kind.category()))
                .toList()))
        .filter(receiver -> !receiver.kinds().isEmpty())
        .toList();
  }

  @Override
  public List<Faulted> of(UUID incident, List<UUID> reports) {
    return Stream.concat(
            store.of(incident).stream().map(FaultForwarding::told),
            reports.stream().flatMap(report -> origin(report).stream()))
        .toList();
  }

  @Override
  public Optional<Faulted> origin(UUID report) {
    return requests
        .origin(report)
        .map(from -> new Faulted(
            null,
            from.system(),
            "",
            State.SENT,
            from.request(),
            from.open(),
            from.notes(),
            null,
            from.changedAt()));
  }

  @Override
  @Transactional
  public void forward(Order order) {
    Receiver receiver = receivers().stream()
        .filter(each -> each.feed().equals(order.feed()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("system", "open311.system.choose"));
    Kind kind = receiver.kinds().stream()
        .filter(each -> each.code().equals(order.kindCode()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("slag", "open311.kind.choose"));
    Forward forward = new Forward(
        Ids.next(),
        order.incident(),
        receiver.feed(),
        receiver.name(),
        kind.code(),
        kind.name(),
        description(order),
        order.lon(),
        order.lat(),
        State.WAITING,
        null,
        null,
        true,
        "",
        clock.instant(),
        null);
    if (!store.add(forward)) {
      throw new Refused(Refused.Kind.CONFLICT, "open311.already", receiver.name());
    }
    feeds.hurry(receiver.feed());
    audit.record(
        "fault.forward",
        "incident",
        order.incident(),
        Map.of("feed", receiver.feed().toString()));
  }

  private String description(Order order) {
    String text = order.description().strip();
    if (text.length() < 5
        || text.length() > LONGEST
        || text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw new InvalidInput("beskrivning", "open311.text.length", 5, LONGEST);
    }
    TextGuard.Guarded guarded = guard.guard(text);
    if (guarded.doubtful() && !order.read()) {
      throw new InvalidInput("beskrivning", "open311.text.doubtful");
    }
    return guarded.text();
  }

  @Override
  @Transactional
  public void again(UUID incident, UUID forward) {
    Forward found = store
        .find(forward)
        .filter(each -> each.incident().equals(incident))
        .orElseThrow(() -> new NotFound("forward " + forward));
    boolean again = found.state() == State.UNKNOWN || found.state() == State.REFUSED;
    if (!again || !store.move(forward, found.state(), State.WAITING, null, clock.instant())) {
      throw new Refused(Refused.Kind.CONFLICT, "open311.again.not");
    }
    feeds.hurry(found.feed());
    audit.record(
        "fault.again", "incident", incident, Map.of("feed", found.feed().toString()));
  }

  private static Faulted told(Forward forward) {
    return new Faulted(
        forward.id(),
        forward.system(),
        forward.serviceName(),
        forward.state(),
        forward.requestId(),
        forward.open(),
        forward.notes(),
        forward.refusedWith(),
        forward.changedAt());
  }
}
