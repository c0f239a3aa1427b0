package se.samlad.analysis.verify;

/** How far two simulated p-values may lie apart. */
final class MonteCarlo {

  private MonteCarlo() {}

  /**
   * Compares two p-values in units of what chance may do: 4 standard deviations of the expected one and two steps of a replicate.
   *
   * @param replicates of the reference
   */
  static void compareP(
      Findings findings, String name, double expected, double ours, int replicates) {
    double allowed = 4 * Math.sqrt(expected * (1 - expected) / replicates) + 2 / (replicates + 1.0);
    findings
        .group(name + ", in allowed distances", 1)
        .compare(0, Math.abs(ours - expected) / allowed);
  }
}
