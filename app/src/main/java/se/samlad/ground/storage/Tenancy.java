package se.samlad.ground.storage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own as another actor: a job as the system, a figure as its audience. */
@Component
public class Tenancy {

  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  Tenancy(PlatformTransactionManager transactions) {
    this.writing = template(transactions, false);
    this.reading = template(transactions, true);
  }

  /** Runs the work as the actor in a new transaction that may write. */
  public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
    return CurrentActor.as(actor, () -> writing.execute(status -> work.get()));
  }

  public void as(Actor actor, Runnable work) {
    CurrentActor.as(actor, () -> writing.executeWithoutResult(status -> work.run()));
  }

  /** Runs the work as the actor in a new transaction that only reads. */
  public <T extends @Nullable Object> T readAs(Actor actor, Supplier<T> work) {
    return CurrentActor.as(actor, () -> reading.execute(status -> work.get()));
  }

  private static TransactionTemplate template(
      PlatformTransactionManager transactions, boolean readOnly) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    template.setReadOnly(readOnly);
    return template;
  }
}
