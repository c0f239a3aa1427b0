package se.samlad.intake.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.TestTown;

/**
 * Feeds whose clock a test turns. It stands in 2031, so that the application's own round, which runs beside every test, never finds one
 * of them due.
 */
public final class FeedTown {

  public static final Instant START = Instant.parse("2031-05-14T06:00:00Z");

  /** A clock that stands still until it is moved. */
  public static final class Turned extends Clock {

    private Instant now = START;

    public void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final ApplicationContext context;
  private final TestTown town;
  private final Turned clock = new Turned();
  private final Feeds feeds;

  public FeedTown(ApplicationContext context, TestTown town) {
    this.context = context;
    this.town = town;
    this.feeds = new Feeds(
        context.getBean(FeedStore.class),
        context.getBean(DueFeeds.class),
        context.getBean(Audit.class),
        clock);
  }

  public Turned clock() {
    return clock;
  }

  public Feeds feeds() {
    return feeds;
  }

  /** A feed of ten minutes, off. */
  public UUID feed(FeedKind kind, String address, Map<String, String> settings) {
    UUID id = Ids.next();
    town.asSystem(() -> feeds.set(new Feed(
        id,
        kind,
        "Prov",
        URI.create(address),
        false,
        10,
        settings,
        null,
        Map.of(),
        null,
        0,
        null,
        null)));
    return id;
  }

  public UUID on(FeedKind kind, String address, Map<String, String> settings) {
    UUID id = feed(kind, address, settings);
    town.asSystem(() -> feeds.turnOn(id));
    return id;
  }

  public FeedRounds rounds(FeedSource... sources) {
    return new FeedRounds(
        context.getBean(Tenancy.class),
        context.getBean(DueFeeds.class),
        feeds,
        List.of(sources),
        clock);
  }

  public Feed read(UUID id) {
    return context.getBean(Tenancy.class).readAs(town.system(), () -> feeds.get(id));
  }
}
