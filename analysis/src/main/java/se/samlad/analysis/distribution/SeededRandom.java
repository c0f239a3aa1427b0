package se.samlad.analysis.distribution;

/**
 * Random draws that are the same for the same seed, on every machine and for any number of threads (Swedish: slumptal med
 * frö).
 *
 * <p>Numbered streams of one seed are independent of each other: a simulation takes one stream per draw and may then run
 * its draws in any order. The generator is xoshiro256** started by SplitMix64 (Blackman and Vigna 2021); gamma draws are
 * Marsaglia and Tsang 2000, Poisson draws by inversion below 30 and by Hörmann's PTRS 1993 from there. Strict mathematics
 * keeps the last digit. Not for secrets.
 */
public final class SeededRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  public SeededRandom(long seed) {
    long state = seed;
    s0 = mix(state += GOLDEN);
    s1 = mix(state += GOLDEN);
    s2 = mix(state += GOLDEN);
    s3 = mix(state + GOLDEN);
  }

  /** Stream number {@code index} of the seed. */
  public static SeededRandom stream(long seed, long index) {
    return new SeededRandom(mix(seed) ^ mix(index * GOLDEN + 0x632BE59BD9B4E019L));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long nextLong() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform in the open interval (0, 1). */
  public double nextDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** Uniform on 0 .. bound - 1, without bias. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be above 0: " + bound);
    }
    long limit = (1L << 32) - (1L << 32) % bound;
    long value = nextLong() >>> 32;
    while (value >= limit) {
      value = nextLong() >>> 32;
    }
    return (int) (value % bound);
  }

  /** A random order of the values, in place (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  /** Standard normal (polar method). */
  public double nextNormal() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double square = u * u + v * v;
      if (square < 1 && square > 0) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Gamma with the given shape and scale 1. */
  public double nextGamma(double shape) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("shape must be above 0: " + shape);
    }
    if (shape < 1) {
      return nextGamma(shape + 1) * StrictMath.pow(nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = nextNormal();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        if (StrictMath.log(nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  public long nextPoisson(double mean) {
    if (!(mean >= 0 && mean < 1e15)) {
      throw new IllegalArgumentException("mean must be at least 0 and below 1e15: " + mean);
    }
    return mean < 30 ? smallPoisson(mean) : largePoisson(mean);
  }

  private long smallPoisson(double mean) {
    double term = StrictMath.exp(-mean);
    double left = nextDouble();
    long k = 0;
    while (left > term && k < 1000) {
      left -= term;
      k++;
      term *= mean / k;
    }
    return k;
  }

  private long largePoisson(double mean) {
    double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    double logMean = StrictMath.log(mean);
    while (true) {
      double u = nextDouble() - 0.5;
      double v = nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k >= 0 && (us >= 0.013 || v <= us)) {
        double left = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
        if (left <= k * logMean - mean - logFactorial(k)) {
          return (long) k;
        }
      }
    }
  }

  /** ln k! by Stirling's series with strict logarithms, so that a draw never differs between machines. */
  private static double logFactorial(double k) {
    double product = 1;
    double x = k + 1;
    while (x < 10) {
      product *= x;
      x++;
    }
    double inverse = 1 / x;
    double square = inverse * inverse;
    double tail =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    return (x - 0.5) * StrictMath.log(x)
        - x
        + 0.91893853320467274178
        + tail
        - StrictMath.log(product);
  }

  /** Negative binomial with variance mean + dispersion * mean^2; dispersion 0 draws a Poisson count. */
  public long nextNegativeBinomial(double mean, double dispersion) {
    if (mean == 0 || dispersion == 0) {
      return nextPoisson(mean);
    }
    return nextPoisson(nextGamma(1 / dispersion) * dispersion * mean);
  }

  public long nextBinomial(int trials, double share) {
    long hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += nextDouble() < share ? 1 : 0;
    }
    return hits;
  }
}
