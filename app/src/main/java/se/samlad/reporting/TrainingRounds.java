package se.samlad.reporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.jdbc.TrainingStore;

/** Tells reporters in good time that the course is to be taken again, once a year each. */
@Component
class TrainingRounds {

  private static final Duration PAUSE = Duration.ofHours(1);

  private final Municipalities municipalities;
  private final TrainingStore store;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final MessageSource messages;
  private final Clock clock;

  TrainingRounds(
      Municipalities municipalities,
      TrainingStore store,
      Outbox outbox,
      Tenancy tenancy,
      MessageSource messages,
      Clock clock) {
    this.municipalities = municipalities;
    this.store = store;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.messages = messages;
    this.clock = clock;
  }

  @Bean
  static RecurringTask<Void> trainingRound(TrainingRounds rounds) {
    return Tasks.recurring("reporting-training", FixedDelay.of(PAUSE))
        .execute((instance, context) -> rounds.round());
  }

  void round() {
    municipalities.inEach("telling of the course", this::round);
  }

  void round(MunicipalityId municipality) {
    tenancy.as(Actor.system(municipality), () -> {
      if (!store.asked()) {
        return;
      }
      Instant now = clock.instant();
      store
          .passedBetween(
              now.minus(Training.GOOD_FOR).minus(Training.GRACE),
              now.minus(Training.GOOD_FOR).plus(Training.TOLD_BEFORE))
          .forEach(this::tell);
    });
  }

  private void tell(TrainingStore.Due due) {
    Instant stops = due.passedAt().plus(Training.GOOD_FOR).plus(Training.GRACE);
    outbox.post(new Message(
        "training:" + due.member() + ":" + due.passedAt().getEpochSecond(),
        due.member(),
        Message.Kind.TRAINING,
        messages.getMessage("training.mail.subject", null, due.language()),
        messages.getMessage(
            "training.mail.text",
            new Object[] {Formats.in(due.language()).date(stops)},
            due.language()),
        "/rapportera/utbildning",
        null,
        stops));
  }
}
