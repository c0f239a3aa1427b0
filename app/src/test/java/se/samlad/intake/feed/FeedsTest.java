package se.samlad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** A feed's life: off, tried, failing with growing pauses, well again, stopped for good. */
@SamladTest
class FeedsTest {

  private static final String ADDRESS = "https://polisen.example/api/events";

  @Autowired
  ApplicationContext context;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  TestTown town;
  FeedTown feeds;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    feeds = new FeedTown(context, town);
  }

  /** Does what the test says, and counts how often it was asked. */
  private static final class Told implements FeedSource {

    private final Supplier<Map<String, Integer>> does;
    private final AtomicInteger asked = new AtomicInteger();

    Told(Supplier<Map<String, Integer>> does) {
      this.does = does;
    }

    @Override
    public FeedKind kind() {
      return FeedKind.POLICE_EVENTS;
    }

    @Override
    public Map<String, Integer> poll(MunicipalityId municipality, Feed feed) {
      asked.incrementAndGet();
      return does.get();
    }
  }

  @Test
  void everythingIsOffUntilSomebodySwitchesItOn() {
    Told source = new Told(() -> Map.of("new", 3));
    UUID feed = feeds.feed(FeedKind.POLICE_EVENTS, ADDRESS, Map.of());
    feeds.rounds(source).round();
    assertThat(source.asked).hasValue(0);
    town.asSystem(() -> feeds.feeds().turnOn(feed));
    feeds.rounds(source).round();
    assertThat(source.asked).hasValue(1);
    assertThat(feeds.read(feed).counts()).containsEntry("new", 3);
    assertThat(feeds.read(feed).nextAt()).isEqualTo(FeedTown.START.plusSeconds(600));
    feeds.rounds(source).round();
    assertThat(source.asked).as("not again before its time").hasValue(1);
    feeds.clock().forward(Duration.ofMinutes(10));
    town.asSystem(() -> feeds.feeds().turnOff(feed));
    feeds.rounds(source).round();
    assertThat(source.asked).hasValue(1);
  }

  @Test
  void pauseDoublesWithEachFailureUpToSixHoursAndEndsWhenItGoesWell() {
    List<Boolean> well = new ArrayList<>(List.of(false));
    Told source = new Told(() -> {
      if (well.getFirst()) {
        return Map.of("new", 1);
      }
      throw OutgoingFailure.of(Kind.NOT_REACHED, "outgoing.unreached", "polisen.example");
    });
    UUID feed = feeds.on(FeedKind.POLICE_EVENTS, ADDRESS, Map.of());
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      feeds.rounds(source).round();
      Duration pause =
          Duration.between(feeds.clock().instant(), feeds.read(feed).nextAt());
      pauses.add(pause.toMinutes());
      feeds.clock().forward(pause);
    }
    assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 360L, 360L);
    assertThat(feeds.read(feed).failures()).isEqualTo(8);
    assertThat(feeds.read(feed).failure())
        .isEqualTo(new Feed.Failure("outgoing.unreached", List.of("polisen.example")));
    well.set(0, true);
    feeds.rounds(source).round();
    assertThat(feeds.read(feed).failure()).isNull();
    assertThat(feeds.read(feed).failures()).isZero();
    town.asSystem(() -> feeds.feeds().turnOff(feed));
  }

  @Test
  void otherSidesWishToWaitIsKeptWhenItIsLonger() {
    UUID feed = feeds.on(FeedKind.POLICE_EVENTS, ADDRESS, Map.of());
    feeds
        .rounds(new Told(() -> {
          throw OutgoingFailure.of(Kind.ANSWER, "feed.failure.status", 429)
              .notBefore(FeedTown.START.plus(Duration.ofHours(2)));
        }))
        .round();
    assertThat(feeds.read(feed).nextAt()).isEqualTo(FeedTown.START.plus(Duration.ofHours(2)));
    town.asSystem(() -> feeds.feeds().turnOff(feed));
  }

  @Test
  void pauseOfOurOwnPaceIsNoFailure() {
    UUID feed = feeds.on(FeedKind.POLICE_EVENTS, ADDRESS, Map.of());
    feeds
        .rounds(new Told(() -> {
          throw OutgoingFailure.of(Kind.TOO_SOON, "outgoing.soon", "polisen.example")
              .notBefore(FeedTown.START.plusSeconds(7));
        }))
        .round();
    assertThat(feeds.read(feed).failures()).isZero();
    assertThat(feeds.read(feed).nextAt()).isEqualTo(FeedTown.START.plusSeconds(7));
    town.asSystem(() -> feeds.feeds().turnOff(feed));
  }

  @Test
  void addressThatIsGoneStopsTheFeedAndAFaultOfOursDoesNot() {
    UUID feed = feeds.on(FeedKind.POLICE_EVENTS, ADDRESS, Map.of());
    feeds
        .rounds(new Told(() -> {
          throw new IllegalStateException("a fault of ours");
        }))
        .round();
    assertThat(feeds.read(feed).enabled()).isTrue();
    assertThat(feeds.read(feed).failure())
        .extracting(Feed.Failure::messageKey)
        .isEqualTo("feed.failure.unexpected");
    feeds.clock().forward(Duration.ofMinutes(10));
    Told gone = new Told(() -> {
      throw OutgoingFailure.of(Kind.ANSWER, "feed.failure.gone", 404).forGood();
    });
    feeds.rounds(gone).round();
    assertThat(feeds.read(feed).enabled()).isFalse();
    feeds.clock().forward(Duration.ofDays(2));
    feeds.rounds(gone).round();
    assertThat(gone.asked).hasValue(1);
  }

  @Test
  void twoProcessesNeverTryTheSameFeedAtOnce() throws Exception {
    Told source = new Told(() -> Map.of("new", 1));
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      TestTown another = TestTown.in(tenancy, db, catalogue);
      FeedTown theirs = new FeedTown(context, another);
      all.add(theirs.on(FeedKind.POLICE_EVENTS, ADDRESS, Map.of()));
    }
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> round = () -> {
        feeds.rounds(source).round();
        return true;
      };
      both.invokeAll(List.of(round, round));
    }
    assertThat(source.asked).hasValue(all.size());
    db.sql("delete from drift.feed_due where feed_id in (:all)")
        .param("all", all)
        .update();
  }
}
