package se.samlad.benchmarks.calibration;

import java.util.List;
import java.util.stream.IntStream;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/** Draws towns, each from a stream of its own, on a number of threads. */
final class Towns {

  /** Draws one town, judges it and adds what was right to the shares. */
  interface Trial {
    void town(SeededRandom random, Share[] shares);
  }

  private static final class Worker implements Draws.Worker {
    private final Trial trial;
    private final Share[] shares;

    Worker(Trial trial, int shares) {
      this.trial = trial;
      this.shares = newShares(shares);
    }

    @Override
    public void draw(SeededRandom random, int number) {
      trial.town(random, shares);
    }
  }

  private Towns() {}

  /** The shares over all towns of the settings; the row's number gives it a seed of its own. */
  static Share[] run(Settings settings, int row, int shares, Trial trial) {
    List<Worker> workers = Draws.run(
        settings.towns(),
        settings.seed() + 1_000_003L * row,
        settings.threads(),
        () -> new Worker(trial, shares));
    Share[] sums = newShares(shares);
    for (Worker worker : workers) {
      for (int i = 0; i < shares; i++) {
        sums[i].add(worker.shares[i]);
      }
    }
    return sums;
  }

  private static Share[] newShares(int number) {
    return IntStream.range(0, number).mapToObj(i -> new Share()).toArray(Share[]::new);
  }
}
