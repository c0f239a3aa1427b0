package se.samlad.intake.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;
import se.samlad.intake.outgoing.OutgoingFailure;

/** The feeds of the actor's municipality and the verbs on them. */
@Service
public class Feeds {

  private final FeedStore store;
  private final DueFeeds due;
  private final Audit audit;
  private final Clock clock;

  Feeds(FeedStore store, DueFeeds due, Audit audit, Clock clock) {
    this.store = store;
    this.due = due;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Feed> list() {
    return store.list();
  }

  @Transactional(readOnly = true)
  public Optional<Feed> find(UUID id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public Feed get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("feed " + id));
  }

  /** The feeds of a kind that are on. */
  @Transactional(readOnly = true)
  public List<Feed> on(FeedKind kind) {
    return store.list().stream()
        .filter(feed -> feed.enabled() && feed.kind() == kind)
        .toList();
  }

  /** Adds a feed, off; or sets one that is there as described. Its account stays as long as its organisation does. */
  @Transactional
  public void set(Feed feed) {
    store.put(feed, clock.instant());
    audit.record("feed.set", "feed", feed.id(), Map.of("kind", feed.kind().name()));
  }

  /** Switches it on and lets it be tried at once; one that is on already is tried at once as well. */
  @Transactional
  public void turnOn(UUID id) {
    Feed feed = get(id);
    Instant now = clock.instant();
    store.turn(feed.id(), true, now, now);
    due.set(municipality(), feed.id(), now);
    audit.record("feed.on", "feed", id);
  }

  @Transactional
  public void turnOff(UUID id) {
    Feed feed = get(id);
    store.turn(feed.id(), false, null, clock.instant());
    due.remove(municipality(), feed.id());
    audit.record("feed.off", "feed", id);
  }

  /** Lets one that is on be tried at once, because something waits for it; its settings are left alone. */
  @Transactional
  public void hurry(UUID id) {
    if (get(id).enabled()) {
      due.set(municipality(), id, clock.instant());
    }
  }

  /** Keeps something the feed has found out for itself among its settings. */
  @Transactional
  public void remember(UUID id, String name, String value) {
    store.remember(id, name, value);
  }

  /** It went well. */
  @Transactional
  public void succeeded(Feed feed, Map<String, Integer> counts) {
    Instant now = clock.instant();
    Instant next = now.plus(feed.interval());
    store.succeeded(feed.id(), counts, now, next);
    due.set(municipality(), feed.id(), next);
  }

  /** It did not go; says why and when it is tried again, if at all. */
  @Transactional
  public void failed(Feed feed, OutgoingFailure why) {
    Instant now = clock.instant();
    Instant asked = why.notBefore();
    if (why.kind() == OutgoingFailure.Kind.TOO_SOON && asked != null) {
      store.waits(feed.id(), asked);
      due.set(municipality(), feed.id(), asked);
      return;
    }
    Instant next =
        why.lasting() ? null : later(now.plus(feed.pauseAfter(feed.failures() + 1)), asked);
    Feed.Failure failure = new Feed.Failure(
        why.messageKey(), why.arguments().stream().map(Object::toString).toList());
    store.failed(feed.id(), failure, now, next);
    if (next == null) {
      due.remove(municipality(), feed.id());
      audit.record("feed.stop", "feed", feed.id());
    } else {
      due.set(municipality(), feed.id(), next);
    }
  }

  private static Instant later(Instant planned, @Nullable Instant asked) {
    return asked != null && asked.isAfter(planned) ? asked : planned;
  }

  private static MunicipalityId municipality() {
    return CurrentActor.get().municipality();
  }
}
