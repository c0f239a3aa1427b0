package se.samlad.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the background round each minute, in one process at a time. */
@Configuration(proxyBeanMethods = false)
class HotspotJobs {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> hotspotRound(HotspotRounds rounds) {
    return Tasks.recurring("insight-hotspots", FixedDelay.of(PAUSE))
        .execute((instance, context) -> rounds.round());
  }
}
