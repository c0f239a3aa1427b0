package se.samlad.analysis.autocorrelation;

/** There are too few areas or cells for the moments of the statistic. */
public final class TooFewUnits extends IllegalArgumentException {
  TooFewUnits(int units, int least) {
    super("%d units, the statistic takes at least %d".formatted(units, least));
  }
}
