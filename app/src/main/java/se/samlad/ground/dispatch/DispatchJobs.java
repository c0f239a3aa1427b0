package se.samlad.ground.dispatch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what waits, in one process at a time. */
@Configuration(proxyBeanMethods = false)
class DispatchJobs {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Bean
  RecurringTask<Void> dispatchRound(Rounds rounds) {
    return Tasks.recurring("dispatch-round", FixedDelay.of(PAUSE))
        .execute((instance, context) -> rounds.round());
  }
}
