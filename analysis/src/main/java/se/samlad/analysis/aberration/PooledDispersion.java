package se.samlad.analysis.aberration;

/**
 * How much more counts vary than chance alone, pooled over many cells or series (Swedish: överspridning).
 *
 * <p>Question: which dispersion d, in variance = mean + d * mean^2, do the histories of a municipality's cells share, and
 * does it fall with the size of the place? Where events come in clumps of one size everywhere, the variance is a multiple
 * of the mean, and a small place has the larger d; where whole weeks are lively or calm, d is the same for all. The share
 * tells how much of d is of the first kind: {@link #at} = value * (1 - share + share * mean / its mean).
 *
 * <p>Terms: a row per cell, a column per window, all windows equally long; {@link #MISSING} marks a window without data.
 * Edges: rows with fewer than two windows or fewer than two events say nothing; no information gives 0, the Poisson case;
 * the estimate stops at {@link #LARGEST}. Method: maximum likelihood conditional on each row's total, so that the rows' own
 * means drop out and many near-empty rows do not bias it; the value is found at each share as the root of its slope, and
 * the share by golden section. Cost: a hundred times the sum of the different row totals. Source: Robinson and Smyth 2008,
 * Biostatistics 9:321-332; a dispersion that falls with the mean: Anders and Huber 2010, Genome Biol 11:R106.
 *
 * @param value the dispersion of a place of the given mean, at least 0
 * @param share of it that falls with the mean, from 0 to 1
 * @param mean of the rows, each weighted by its events; 0 without information
 * @param rows rows that carried information
 * @param events events in them
 */
public record PooledDispersion(double value, double share, double mean, int rows, long events) {
  /** A window without data; it is not a zero. */
  public static final int MISSING = -1;

  /** The largest dispersion that is told apart. */
  public static final double LARGEST = 100;

  public PooledDispersion {
    if (!(value >= 0 && value <= LARGEST) || !(share >= 0 && share <= 1) || !(mean >= 0)) {
      throw new IllegalArgumentException(
          "dispersion %s, share %s, mean %s".formatted(value, share, mean));
    }
  }

  /** One that is known from elsewhere and the same for all. */
  public static PooledDispersion fixed(double value) {
    return new PooledDispersion(value, 0, 0, 0, 0);
  }

  /** The dispersion shared by the rows. */
  public static PooledDispersion of(int[][] counts) {
    DispersionLikelihood likelihood = new DispersionLikelihood();
    for (int[] row : counts) {
      likelihood.add(row);
    }
    return likelihood.solve();
  }

  /** The dispersion of a place of that mean, at most {@link #LARGEST}. */
  public double at(double itsMean) {
    if (share == 0 || value == 0) {
      return value;
    }
    return Math.min(value * (1 - share + share * mean / itsMean), LARGEST);
  }
}
