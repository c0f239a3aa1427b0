package se.samlad.analysis.interaction;

import java.util.List;

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

  public ScanResult {
    clusters = List.copyOf(clusters);
  }
}
