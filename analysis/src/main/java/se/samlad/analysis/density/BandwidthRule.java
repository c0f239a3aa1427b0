package se.samlad.analysis.density;

/** Where a bandwidth came from (Swedish: regel för bandbredd); shown beside the bandwidth wherever a surface is. */
public enum BandwidthRule {
  /** Set by a person. */
  CHOSEN,
  /** n^(-1/6) standard deviations. */
  SCOTT,
  /** 0.9 n^(-1/5) times the smaller of standard deviation and quartile range / 1.34 (R's nrd0). */
  SILVERMAN,
  /** 4 * 1.06 n^(-1/5) times the same (MASS): very smooth. */
  NORMAL_REFERENCE,
  /** Mean distance to the k-th nearest other event. */
  MEAN_NEAREST,
  /** Least-squares cross-validation for gathered events (Diggle): very sharp. */
  DIGGLE,
  /** Likelihood cross-validation. */
  LIKELIHOOD,
  /** The sum of 1 / density at the events comes nearest to the area. */
  CRONIE_VAN_LIESHOUT
}
