package se.samlad.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * How often a word comes out the same when the counts behind it are drawn anew (Swedish: stabilitet).
 *
 * <p>Question: would another year like this one have said the same? Terms: each count is drawn about what was seen, with the
 * dispersion it is known to have; the share of draws that give the same word is read through {@link Certainty}. Edges: a
 * count of 0 is drawn as 0; no draws are refused. Method: a stream of its own for each draw, so the share does not depend
 * on the number of threads. Cost: draws times that of the method; so it is taken beside a result, in the background.
 * Source: the scale of certainty is the project's own; parametric bootstrap: Efron and Tibshirani 1993, chapter 6.5.
 *
 * @param share of draws with the same word
 * @param draws made
 * @param seed of the draws
 */
public record Stability(double share, int draws, long seed) {

  /**
   * @param draws parametric draws
   * @param seed of them
   * @param threads they are made on
   */
  public record Parameters(int draws, long seed, int threads) {
    public static final Parameters DEFAULT = new Parameters(1000, 20260105, 1);

    public Parameters {
      if (draws < 1 || threads < 1) {
        throw new IllegalArgumentException(
            "draws and threads must be at least 1: %d, %d".formatted(draws, threads));
      }
    }
  }

  /** Draws everything anew once. */
  @FunctionalInterface
  public interface Redraw {
    /** Whether the word is the same. */
    boolean isSame(SeededRandom random);
  }

  /** Draws everything anew once, for several words that share the draw. */
  @FunctionalInterface
  public interface Redraws {
    /** Marks the words that are the same. */
    void draw(SeededRandom random, boolean[] same);
  }

  /** Of one word; a redraw is made for each thread, so it may keep buffers. */
  public static Stability of(Parameters how, Progress progress, Supplier<Redraw> maker) {
    return ofEach(1, how, progress, () -> {
          Redraw redraw = maker.get();
          return (random, same) -> same[0] = redraw.isSame(random);
        })
        .get(0);
  }

  /** Of so many words. */
  public static List<Stability> ofEach(
      int words, Parameters how, Progress progress, Supplier<Redraws> maker) {
    AtomicInteger done = new AtomicInteger();
    List<Counting> workers = Draws.run(how.draws(), how.seed(), how.threads(), () -> {
      Redraws redraws = maker.get();
      return new Counting(words, redraws, progress, done, how.draws());
    });
    int[] same = new int[words];
    workers.forEach(worker -> Arrays.setAll(same, i -> same[i] + worker.same[i]));
    return Arrays.stream(same)
        .mapToObj(its -> new Stability((double) its / how.draws(), how.draws(), how.seed()))
        .toList();
  }

  /** A count drawn about what was seen, its variance being the dispersion times its mean. */
  public static long redrawn(double count, double dispersion, SeededRandom random) {
    return count == 0 ? 0 : random.nextNegativeBinomial(count, (dispersion - 1) / count);
  }

  public Certainty certainty() {
    return Certainty.of(share);
  }

  private static final class Counting implements Draws.Worker {
    private final Redraws redraws;
    private final Progress progress;
    private final AtomicInteger done;
    private final int draws;
    private final boolean[] current;
    private final int[] same;

    Counting(int words, Redraws redraws, Progress progress, AtomicInteger done, int draws) {
      this.redraws = redraws;
      this.progress = progress;
      this.done = done;
      this.draws = draws;
      this.current = new boolean[words];
      this.same = new int[words];
    }

    @Override
    public void draw(SeededRandom random, int number) {
      Arrays.fill(current, false);
      redraws.draw(random, current);
      for (int i = 0; i < same.length; i++) {
        same[i] += current[i] ? 1 : 0;
      }
      progress.advance(done.incrementAndGet(), draws);
    }
  }
}
