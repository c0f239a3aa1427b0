package se.samlad.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.Imports.ImportWaits;
import se.samlad.intake.jdbc.FileStore;
import se.samlad.intake.jdbc.ImportStore;

/** Reads waiting imports in the background: scheduled in the transaction that takes the file in, revived by any process after a crash. */
@Configuration(proxyBeanMethods = false)
class ImportJob {

  private static final String TASK = "import";

  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  ImportJob(ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Bean
  OneTimeTask<Void> importTask(ImportWork work, FileStore files, Tenancy tenancy) {
    return Tasks.oneTime(TASK)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
            3,
            new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(20)),
            (complete, operations) -> {
              Key key = Key.of(complete.getExecution().taskInstance.getId());
              work.giveUp(key.municipality, key.importId);
              operations.stop();
            }))
        .execute((instance, context) -> run(Key.of(instance.getId()), work, files, tenancy));
  }

  /** Trial runs nobody followed up are gone after a day, and so are their files. */
  @Bean
  RecurringTask<Void> importCleaning(
      ImportStore store, Municipalities municipalities, Tenancy tenancy) {
    return Tasks.recurring("import-cleaning", FixedDelay.ofHours(1))
        .execute((instance, context) -> municipalities.inEach(
            "removing trial imports",
            municipality -> tenancy.as(Actor.system(municipality), () -> {
              store.removeTrialsBefore(clock.instant().minus(Duration.ofDays(1)));
            })));
  }

  @EventListener
  void schedule(ImportWaits waits) {
    scheduler.ifAvailable(client -> client.schedule(
        Tasks.oneTime(TASK)
            .execute((instance, context) -> {})
            .instance(new Key(new MunicipalityId(waits.municipality()), waits.importId()).text()),
        clock.instant()));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void start(ImportWaits waits) {
    scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
  }

  private static void run(Key key, ImportWork work, FileStore files, Tenancy tenancy) {
    try {
      Path file = Files.createTempFile("samlad-import", ".data");
      try {
        boolean there =
            tenancy.readAs(Actor.system(key.municipality), () -> files.copyTo(key.importId, file));
        if (there) {
          work.run(key.municipality, key.importId, file, run -> {});
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The municipality and the import, as the name of a task. */
  private record Key(MunicipalityId municipality, UUID importId) {

    String text() {
      return municipality + "/" + importId;
    }

    static Key of(String text) {
      int slash = text.indexOf('/');
      return new Key(
          new MunicipalityId(UUID.fromString(text.substring(0, slash))),
          UUID.fromString(text.substring(slash + 1)));
    }
  }
}
