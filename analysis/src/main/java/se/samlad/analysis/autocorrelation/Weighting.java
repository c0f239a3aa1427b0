package se.samlad.analysis.autocorrelation;

/** How much each neighbour counts (Swedish: vikter). */
public enum Weighting {
  /** Every neighbour 1: units with many neighbours weigh more. */
  BINARY,
  /** Every unit's neighbours share 1. */
  ROW_STANDARDISED
}
