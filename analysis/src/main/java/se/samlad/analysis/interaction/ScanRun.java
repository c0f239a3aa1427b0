package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/** What all scans have in common: set the best window of every centre against chance, and report those that do not overlap. */
record ScanRun(
    Places places,
    Circles circles,
    ScanWindow window,
    Replicates replicates,
    double cases,
    int firstDay,
    int lastDay) {

  /** Scans simulated data; one for each thread, so it may keep buffers. */
  interface Simulation {
    /** The largest statistic of one simulated data set. */
    double largest(SeededRandom random);
  }

  /**
   * The best window of a centre in the observed data.
   *
   * @param size how many neighbours the circle takes in
   * @param first first step in time, from 0
   * @param last last step in time
   */
  record Candidate(
      int centre, int size, int first, int last, double cases, double expected, double statistic) {}

  /**
   * Simulates, then looks at the observed data.
   *
   * @param observed the candidates; told from which statistic on a further window of the same centre is worth naming: the median of the
   *     simulated maxima
   */
  ScanResult report(
      DoubleFunction<List<Candidate>> observed,
      Supplier<? extends Simulation> simulations,
      Progress progress) {
    SimulatedMaxima maxima = new SimulatedMaxima(simulate(simulations, progress));
    List<ScanCluster> clusters = apart(observed.apply(maxima.quantile(0.5))).stream()
        .map(one -> cluster(one, maxima))
        .toList();
    return new ScanResult(
        clusters,
        cases,
        places.size(),
        firstDay,
        lastDay,
        maxima,
        window,
        replicates.count(),
        replicates.seed());
  }

  private double[] simulate(Supplier<? extends Simulation> simulations, Progress progress) {
    double[] maxima = new double[replicates.count()];
    AtomicInteger done = new AtomicInteger();
    Draws.run(replicates.count(), replicates.seed(), replicates.threads(), () -> {
      Simulation simulation = simulations.get();
      return (random, number) -> {
        if (progress.cancelled()) {
          throw new CancellationException("the scan was cancelled");
        }
        maxima[number] = simulation.largest(random);
        progress.done(done.incrementAndGet(), maxima.length);
      };
    });
    return maxima;
  }

  private List<Candidate> apart(List<Candidate> candidates) {
    List<Candidate> kept = new ArrayList<>();
    List<BitSet> taken = new ArrayList<>();
    candidates.stream()
        .filter(candidate -> candidate.statistic() > 0)
        .sorted(Comparator.comparingDouble(Candidate::statistic)
            .reversed()
            .thenComparingInt(Candidate::size)
            .thenComparingInt(Candidate::centre))
        .forEach(candidate -> {
          BitSet inside = inside(candidate);
          if (kept.size() < ScanResult.MOST_CLUSTERS && apart(candidate, inside, kept, taken)) {
            kept.add(candidate);
            taken.add(inside);
          }
        });
    return kept;
  }

  private static boolean apart(
      Candidate candidate, BitSet inside, List<Candidate> kept, List<BitSet> taken) {
    for (int i = 0; i < kept.size(); i++) {
      boolean sameTime =
          candidate.first() <= kept.get(i).last() && kept.get(i).first() <= candidate.last();
      if (sameTime && inside.intersects(taken.get(i))) {
        return false;
      }
    }
    return true;
  }

  private BitSet inside(Candidate candidate) {
    BitSet inside = new BitSet();
    for (int i = 0; i < candidate.size(); i++) {
      inside.set(circles.members(candidate.centre())[i]);
    }
    return inside;
  }

  private ScanCluster cluster(Candidate one, SimulatedMaxima maxima) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      rows.addAll(places.rowsOf(circles.members(one.centre())[i]));
    }
    return new ScanCluster(
        rows.get(0),
        places.x(one.centre()),
        places.y(one.centre()),
        circles.radius(one.centre(), one.size()),
        one.size(),
        rows,
        firstDay + one.first(),
        firstDay + one.last(),
        one.cases(),
        one.expected(),
        one.statistic(),
        maxima.p(one.statistic()),
        maxima.gumbelP(one.statistic()));
  }
}
