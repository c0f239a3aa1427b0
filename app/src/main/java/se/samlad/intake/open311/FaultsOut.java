package se.samlad.intake.open311;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Forwarding.State;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedSecrets;
import se.samlad.intake.feed.FeedSource;
import se.samlad.intake.open311.ForwardStore.Forward;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * Sends the faults that wait, each once, and asks how those sent before stand. GeoReport has no way to tell a repeated POST, so one that
 * may have arrived is never sent again by itself: it becomes "unknown" and a person decides.
 */
@Component
class FaultsOut implements FeedSource {

  /** As many as are asked for in one question. */
  private static final int AT_ONCE = 50;

  private final GeoReportClient client;
  private final ForwardStore store;
  private final RequestStore requests;
  private final FeedSecrets secrets;
  private final TextGuard guard;
  private final Tenancy tenancy;
  private final Clock clock;

  FaultsOut(
      GeoReportClient client,
      ForwardStore store,
      RequestStore requests,
      FeedSecrets secrets,
      TextGuard guard,
      Tenancy tenancy,
      Clock clock) {
    this.client = client;
    this.store = store;
    this.requests = requests;
    this.secrets = secrets;
    this.guard = guard;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public FeedKind kind() {
    return FeedKind.OPEN311_OUT;
  }

  @Override
  public Map<String, Integer> poll(MunicipalityId municipality, Feed feed) {
    Actor system = Actor.system(municipality);
    List<GeoReport.Service> services = client.services(municipality, feed);
    tenancy.as(
        system,
        () -> services.forEach(
            service -> requests.addService(feed.id(), service.code(), service.name())));
    giveUpInterrupted(system, feed);
    Map<String, Integer> counts = new HashMap<>();
    counts.put("services", services.size());
    for (Forward forward : tenancy.readAs(system, () -> store.in(feed.id(), State.WAITING))) {
      counts.merge(send(municipality, feed, forward), 1, Integer::sum);
    }
    counts.put("status", ask(municipality, feed));
    return counts;
  }

  /** Whoever was sending these is gone, or they would have moved on. */
  private void giveUpInterrupted(Actor system, Feed feed) {
    tenancy.as(
        system,
        () -> store
            .in(feed.id(), State.SENDING)
            .forEach(forward ->
                store.move(forward.id(), State.SENDING, State.UNKNOWN, null, clock.instant())));
  }

  private String send(MunicipalityId municipality, Feed feed, Forward forward) {
    Actor system = Actor.system(municipality);
    boolean mine = tenancy.as(
        system,
        () -> store.move(forward.id(), State.WAITING, State.SENDING, null, clock.instant()));
    if (!mine) {
      return "known";
    }
    try {
      return answered(
          system, forward, client.post(municipality, feed, fields(system, feed, forward)));
    } catch (OutgoingFailure failure) {
      State next = failure.kind() == Kind.UNKNOWN || failure.kind() == Kind.ANSWER
          ? State.UNKNOWN
          : State.WAITING;
      move(system, forward, next, null);
      throw failure;
    }
  }

  private String answered(Actor system, Forward forward, Answer answer) {
    if (answer.good()) {
      Optional<GeoReport.Sent> sent = GeoReport.sent(answer.body());
      if (sent.isEmpty()) {
        move(system, forward, State.UNKNOWN, null);
        return "unsure";
      }
      tenancy.as(system, () -> store.sent(forward.id(), sent.get(), clock.instant()));
      return "sent";
    }
    if (answer.status() == 429 || answer.status() == 503) {
      move(system, forward, State.WAITING, null);
      OutgoingFailure busy =
          OutgoingFailure.of(Kind.NOT_REACHED, "feed.failure.status", answer.status());
      throw answer
          .retryAfter()
          .map(seconds -> busy.notBefore(clock.instant().plusSeconds(seconds)))
          .orElse(busy);
    }
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    move(system, forward, refused ? State.REFUSED : State.UNKNOWN, answer.status());
    return refused ? "turnedDown" : "unsure";
  }

  private void move(Actor system, Forward forward, State to, @Nullable Integer status) {
    tenancy.as(system, () -> {
      store.move(forward.id(), State.SENDING, to, status, clock.instant());
    });
  }

  private Map<String, String> fields(Actor system, Feed feed, Forward forward) {
    Map<String, String> fields = new HashMap<>();
    fields.put("service_code", forward.serviceCode());
    fields.put("lat", Double.toString(forward.lat()));
    fields.put("long", Double.toString(forward.lon()));
    fields.put("description", forward.description());
    CurrentActor.as(system, () -> secrets.find(feed.id()))
        .ifPresent(key -> fields.put("api_key", key));
    return fields;
  }

  /** Asks how the open ones stand, fifty at a time, after those with a token have got their number. */
  private int ask(MunicipalityId municipality, Feed feed) {
    Actor system = Actor.system(municipality);
    Instant now = clock.instant();
    for (Forward forward : sent(system, feed)) {
      String token = forward.token();
      if (forward.requestId() == null && token != null) {
        GeoReport.sent(client.token(municipality, feed, token))
            .filter(found -> found.requestId() != null)
            .ifPresent(found -> tenancy.as(
                system,
                () -> store.sent(forward.id(), new GeoReport.Sent(found.requestId(), token), now)));
      }
    }
    Map<String, Forward> open = sent(system, feed).stream()
        .filter(forward -> forward.open() && forward.requestId() != null)
        .limit(AT_ONCE)
        .collect(Collectors.toMap(
            forward -> String.valueOf(forward.requestId()), forward -> forward, (a, b) -> a));
    if (open.isEmpty()) {
      return 0;
    }
    int changed = 0;
    for (ServiceRequest request :
        client.of(municipality, feed, open.keySet().stream().sorted().toList()).list()) {
      Forward forward = open.get(request.id());
      String notes = guard.guard(request.notes()).text();
      if (forward != null
          && (forward.open() != request.open() || !forward.notes().equals(notes))) {
        tenancy.as(system, () -> store.status(forward.id(), request.open(), notes, now));
        changed++;
      }
    }
    return changed;
  }

  private List<Forward> sent(Actor system, Feed feed) {
    return tenancy.readAs(system, () -> store.in(feed.id(), State.SENT));
  }
}
