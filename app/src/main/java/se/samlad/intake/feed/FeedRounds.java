package se.samlad.intake.feed;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/** Tries the feeds whose time has come, one after the other. A fault in one never keeps the next from its turn. */
@Component
public class FeedRounds {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRounds.class);
  private static final int MOST = 100;

  private final Tenancy tenancy;
  private final DueFeeds due;
  private final Feeds feeds;
  private final List<FeedSource> sources;
  private final Clock clock;

  FeedRounds(Tenancy tenancy, DueFeeds due, Feeds feeds, List<FeedSource> sources, Clock clock) {
    this.tenancy = tenancy;
    this.due = due;
    this.feeds = feeds;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  /** Looks every fifteen seconds, in one process at a time. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    RecurringTask<Void> feedRound(FeedRounds rounds) {
      return Tasks.recurring("intake-feeds", FixedDelay.of(Duration.ofSeconds(15)))
          .execute((instance, context) -> rounds.round());
    }
  }

  /** Tries what is due now. */
  public void round() {
    for (int i = 0; i < MOST; i++) {
      Optional<DueFeeds.Due> next = due.take(clock.instant());
      if (next.isEmpty()) {
        return;
      }
      attempt(next.get());
    }
  }

  private void attempt(DueFeeds.Due turn) {
    Actor system = Actor.system(turn.municipality());
    Optional<Feed> found =
        tenancy.readAs(system, () -> feeds.find(turn.feed()).filter(Feed::enabled));
    if (found.isEmpty()) {
      tenancy.as(system, () -> due.remove(turn.municipality(), turn.feed()));
      return;
    }
    Feed feed = found.get();
    try {
      Map<String, Integer> counts = source(feed).poll(turn.municipality(), feed);
      tenancy.as(system, () -> feeds.succeeded(feed, counts));
    } catch (OutgoingFailure failure) {
      tenancy.as(system, () -> feeds.failed(feed, failure));
    } catch (RuntimeException fault) {
      LOG.error("feed {} failed: {}", feed.id(), fault.getClass().getName(), fault.getCause());
      tenancy.as(
          system,
          () -> feeds.failed(feed, OutgoingFailure.of(Kind.ANSWER, "feed.failure.unexpected")));
    }
  }

  private FeedSource source(Feed feed) {
    return sources.stream()
        .filter(each -> each.kind() == feed.kind())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody polls " + feed.kind()));
  }
}
