package se.samlad.ground.storage;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The actor of this thread. Set at the edge (request, job, command) and read when a transaction begins; no actor means no rows. */
public final class CurrentActor {

  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private CurrentActor() {}

  public static Optional<Actor> find() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The actor; a programmer's mistake when there is none. */
  public static Actor get() {
    Actor actor = CURRENT.get();
    if (actor == null) {
      throw new IllegalStateException(
          "nobody acts on this thread: set an actor at the edge before touching data");
    }
    return actor;
  }

  /** Runs work as the actor and puts back whoever acted before. Transactions already begun keep their own actor: see {@link Tenancy}. */
  public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
    Actor before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  public static void as(Actor actor, Runnable work) {
    as(actor, () -> {
      work.run();
      return Optional.empty();
    });
  }

  private static void restore(@Nullable Actor before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
