package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.grid.Neighbours;

/** Weight sums of neighbours that global statistics can use. */
final class Connected {
  private Connected() {}

  static WeightSums sums(Neighbours neighbours, Weighting weighting) {
    if (neighbours.includesSelf()) {
      throw new IllegalArgumentException(
          "the lists of neighbours hold the units themselves, they should not");
    }
    WeightSums sums = WeightSums.of(neighbours, weighting);
    if (sums.n() < 4) {
      throw new TooFewUnits((int) sums.n(), 4);
    }
    return sums;
  }
}
