package se.samlad.analysis.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs numbered random draws on a number of threads and gathers what they saw (Swedish: slumpdragningar).
 *
 * <p>Each draw gets the stream of its own number, so the result is the same for any number of threads as long as what is
 * gathered does not depend on the order, as with sums of whole numbers. Interrupting the calling thread cancels the work.
 */
public final class Draws {
  private Draws() {}

  /** What one thread does with its draws; made once per thread, so it may keep buffers. */
  public interface Worker {
    void draw(SeededRandom random, int number);
  }

  /** Runs draws 0 .. count - 1 and returns the workers that saw them. */
  public static <W extends Worker> List<W> run(
      int count, long seed, int threads, Supplier<W> maker) {
    if (count < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "draws must be at least 0 and threads at least 1: " + count + ", " + threads);
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<W> workers = new ArrayList<>();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, Math.max(1, count)); i++) {
      W worker = maker.get();
      workers.add(worker);
      if (i > 0) {
        others.add(
            Thread.ofPlatform().daemon().start(() -> work(worker, next, count, seed, failure)));
      }
    }
    work(workers.get(0), next, count, seed, failure);
    await(others, failure);
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    return workers;
  }

  private static void work(
      Worker worker, AtomicInteger next, int count, long seed, AtomicReference<Throwable> failure) {
    try {
      for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("draws were cancelled");
        }
        worker.draw(SeededRandom.stream(seed, number), number);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      next.set(count);
    }
  }

  private static void await(List<Thread> others, AtomicReference<Throwable> failure) {
    for (Thread other : others) {
      try {
        other.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        others.forEach(Thread::interrupt);
        failure.compareAndSet(null, new CancellationException("draws were cancelled"));
      }
    }
  }
}
