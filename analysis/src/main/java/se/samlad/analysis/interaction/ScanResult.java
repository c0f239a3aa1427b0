package se.samlad.analysis.interaction;

import java.util.List;
import java.util.function.Function;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * What a scan found, most likely cluster first; no two share both a place and a day.
 *
 * @param cases all cases
 * @param places different places
 * @param firstDay first step in time of the study
 * @param lastDay last step in time of the study
 * @param maxima of the simulated data sets
 */
public record ScanResult(
    List<ScanCluster> clusters,
    double cases,
    int places,
    int firstDay,
    int lastDay,
    SimulatedMaxima maxima,
    ScanWindow window,
    int replicates,
    long seed) {

  /** No more clusters than this are reported. */
  public static final int MOST_CLUSTERS = 20;

  private static final double LEVEL = 0.05;

  public ScanResult {
    clusters = List.copyOf(clusters);
  }

  /** Whether anything was found: the p of the most likely cluster is below 0.05. */
  public boolean isFound() {
    return !clusters.isEmpty() && clusters.get(0).p() < LEVEL;
  }

  /** Share of redrawn data, scanned again and set against the same simulated maxima, that find something, or nothing, as this did. */
  Stability stability(
      Stability.Parameters how, Progress progress, Function<SeededRandom, ScanResult> again) {
    return Stability.of(how, progress, () -> random -> {
      List<ScanCluster> drawn = again.apply(random).clusters();
      boolean found = !drawn.isEmpty() && maxima.p(drawn.get(0).likelihoodRatio()) < LEVEL;
      return found == isFound();
    });
  }
}
