package se.samlad.reporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;

/** Disposes of photos each hour (Swedish: gallring), one municipality after the other, in one process at a time. */
@Configuration(proxyBeanMethods = false)
class PhotoJobs {

  private static final Duration PAUSE = Duration.ofHours(1);

  @Bean
  RecurringTask<Void> photoDisposal(
      Municipalities municipalities, Tenancy tenancy, ReportPhotos photos) {
    return Tasks.recurring("reporting-photo-disposal", FixedDelay.of(PAUSE))
        .execute((instance, context) -> municipalities.inEach(
            "disposing of photos",
            municipality -> tenancy.as(Actor.system(municipality), photos::dispose)));
  }
}
