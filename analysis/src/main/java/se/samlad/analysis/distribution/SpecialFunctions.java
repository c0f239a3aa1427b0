package se.samlad.analysis.distribution;

/**
 * The gamma, beta and error functions that the distributions stand on (Swedish: specialfunktioner).
 *
 * <p>Question: what is ln Γ(x), P(a, x), I(x; a, b), erf(x), and for which x do they take a given value? Both tails are
 * computed on their own, so that 1e-200 is as exact as 0.5. Edges: the limits at 0, 1 and infinity are returned as such;
 * NaN or a parameter outside its range is refused. Method: Stirling's series after an upward shift; power series or
 * continued fraction (modified Lentz) with Loader's saddle-point prefactor; inverses by bracketed Newton steps. Cost: about
 * the square root of the larger parameter in terms. Source: NIST Digital Library of Mathematical Functions, chapters 5, 7
 * and 8; Loader 2000, Fast and accurate computation of binomial probabilities.
 */
public final class SpecialFunctions {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 10_000_000;
  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400
  };

  private SpecialFunctions() {}

  /** ln Γ(x) for x above 0. */
  public static double logGamma(double x) {
    require(x > 0, "x", x);
    if (x == 1 || x == 2) {
      return 0;
    }
    if (Double.isInfinite(x)) {
      return x;
    }
    double product = 1;
    double shifted = x;
    while (shifted < 15) {
      product *= shifted;
      shifted++;
    }
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + HALF_LOG_TWO_PI
        + tail(shifted)
        - Math.log(product);
  }

  /** ln of the binomial coefficient n over k. */
  public static double logChoose(double n, double k) {
    return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  }

  /** What Stirling's formula for ln Γ(x + 1) leaves out. */
  static double stirlingError(double x) {
    if (x < 15) {
      return x == 0
          ? Double.POSITIVE_INFINITY
          : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
    }
    return tail(x);
  }

  private static double tail(double x) {
    double inverse = 1 / x;
    double square = inverse * inverse;
    double sum = 0;
    for (int i = STIRLING.length - 1; i >= 0; i--) {
      sum = sum * square + STIRLING[i];
    }
    return sum * inverse;
  }

  /** x ln(x / m) + m - x without cancellation when x is near m. */
  static double deviance(double x, double m) {
    if (Math.abs(x - m) < 0.1 * (x + m)) {
      double v = (x - m) / (x + m);
      double sum = (x - m) * v;
      double term = 2 * x * v;
      double square = v * v;
      for (int j = 1; j < 1000; j++) {
        term *= square;
        double next = sum + term / (2 * j + 1);
        if (next == sum) {
          return next;
        }
        sum = next;
      }
    }
    return x * Math.log(x / m) + m - x;
  }

  /** x^a e^-x / Γ(a + 1): the Poisson probability carried on to real a. */
  static double poissonTerm(double a, double x) {
    if (x == 0) {
      return a == 0 ? 1 : 0;
    }
    if (a == 0) {
      return Math.exp(-x);
    }
    if (a < 1e-3 || x / a > 1e12 || a / x > 1e12) {
      return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
    }
    return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  }

  /** The binomial probability of a out of a + b, carried on to real a and b; p and q are the two shares. */
  static double binomialTerm(double a, double b, double p, double q) {
    if (p == 0) {
      return a == 0 ? 1 : 0;
    }
    if (q == 0) {
      return b == 0 ? 1 : 0;
    }
    double n = a + b;
    if (a == 0) {
      return b == 0 ? 1 : Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q));
    }
    if (b == 0) {
      return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p));
    }
    double exponent = stirlingError(n)
        - stirlingError(a)
        - stirlingError(b)
        - deviance(a, n * p)
        - deviance(b, n * q);
    return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
  }

  /** P(a, x), the lower regularised incomplete gamma function. */
  public static double gammaP(double a, double x) {
    checkGamma(a, x);
    if (x == 0) {
      return 0;
    }
    if (Double.isInfinite(x)) {
      return 1;
    }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
  }

  /** Q(a, x) = 1 - P(a, x), exact where P is close to 1. */
  public static double gammaQ(double a, double x) {
    checkGamma(a, x);
    if (x == 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
  }

  private static void checkGamma(double a, double x) {
    require(a > 0 && a < Double.POSITIVE_INFINITY, "a", a);
    require(x >= 0, "x", x);
  }

  private static double gammaSeries(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < MAX_TERMS && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, poissonTerm(a, x) * sum);
  }

  private static double gammaFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MAX_TERMS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / nonZero(an * d + b);
      c = nonZero(b + an / c);
      double delta = d * c;
      h *= delta;
      if (Math.abs(delta - 1) < 1e-16) {
        break;
      }
    }
    return Math.min(1, poissonTerm(a, x) * a * h);
  }

  /** The x for which P(a, x) = p. */
  public static double inverseGammaP(double a, double p) {
    checkShare(p);
    return p > 0.5 ? inverseGammaQ(a, 1 - p) : inverseGamma(a, p, true);
  }

  /** The x for which Q(a, x) = q: use it for the upper tail. */
  public static double inverseGammaQ(double a, double q) {
    checkShare(q);
    return q > 0.5 ? inverseGamma(a, 1 - q, true) : inverseGamma(a, q, false);
  }

  private static double inverseGamma(double a, double share, boolean lower) {
    require(a > 0 && a < Double.POSITIVE_INFINITY, "a", a);
    if (share == 0) {
      return lower ? 0 : Double.POSITIVE_INFINITY;
    }
    double high = a + 1;
    while (lower ? gammaP(a, high) < share : gammaQ(a, high) > share) {
      high *= 2;
    }
    double start = lower ? Math.exp((Math.log(share) + logGamma(a + 1)) / a) : high / 2;
    return solve(
        x -> lower ? Math.log(gammaP(a, x) / share) : -Math.log(gammaQ(a, x) / share),
        x -> poissonTerm(a, x) * a / x / (lower ? gammaP(a, x) : gammaQ(a, x)),
        0,
        high,
        start > 0 && start < high ? start : high / 2);
  }

  /** I(x; a, b), the regularised incomplete beta function. */
  public static double beta(double x, double a, double b) {
    return beta(x, 1 - x, a, b);
  }

  /** I(x; a, b) with y = 1 - x given, for an x so close to 1 that the difference would be lost. */
  public static double beta(double x, double y, double a, double b) {
    require(a > 0 && a < Double.POSITIVE_INFINITY, "a", a);
    require(b > 0 && b < Double.POSITIVE_INFINITY, "b", b);
    require(x >= 0 && y >= 0, "x", x);
    if (x == 0 || y == 0) {
      return x == 0 ? 0 : 1;
    }
    return x <= (a + 1) / (a + b + 2) ? betaFraction(x, y, a, b) : 1 - betaFraction(y, x, b, a);
  }

  private static double betaFraction(double x, double y, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      double delta = d * c;
      h *= delta;
      if (Math.abs(delta - 1) < 1e-16) {
        break;
      }
    }
    return Math.min(1, binomialTerm(a, b, x, y) * (b / (a + b)) * h);
  }

  /** The x for which I(x; a, b) = p. */
  public static double inverseBeta(double p, double a, double b) {
    checkShare(p);
    if (p == 0 || p == 1) {
      return p;
    }
    double middle = a / (a + b);
    if (beta(middle, a, b) >= p) {
      return lowerBeta(p, a, b, middle);
    }
    return 1 - lowerBeta(1 - p, b, a, b / (a + b));
  }

  /** The x for which 1 - I(x; a, b) = q: use it for the upper tail. */
  public static double inverseBetaUpper(double q, double a, double b) {
    checkShare(q);
    if (q == 0 || q == 1) {
      return 1 - q;
    }
    double other = b / (a + b);
    if (beta(other, b, a) >= q) {
      return 1 - lowerBeta(q, b, a, other);
    }
    return inverseBeta(1 - q, a, b);
  }

  private static double lowerBeta(double p, double a, double b, double high) {
    double start =
        Math.exp((Math.log(p) + Math.log(a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a);
    return solve(
        x -> Math.log(beta(x, a, b) / p),
        x -> binomialTerm(a, b, x, 1 - x) * (a * b / (a + b)) / (x * (1 - x)) / beta(x, a, b),
        0,
        high,
        start > 0 && start < high ? start : high / 2);
  }

  /** The error function. */
  public static double erf(double x) {
    return x < 0 ? -gammaP(0.5, x * x) : gammaP(0.5, x * x);
  }

  /** 1 - erf(x), exact for large x. */
  public static double erfc(double x) {
    return x < 0 ? 1 + gammaP(0.5, x * x) : gammaQ(0.5, x * x);
  }

  interface Curve {
    double at(double x);
  }

  /** The zero of a rising curve between low and high: Newton steps, halving where they leave the bracket. */
  static double solve(Curve curve, Curve slope, double low, double high, double start) {
    double below = low;
    double above = high;
    double x = start;
    for (int i = 0; i < 400; i++) {
      double value = curve.at(x);
      if (value == 0) {
        return x;
      }
      if (value < 0) {
        below = x;
      } else {
        above = x;
      }
      double next = x - value / slope.at(x);
      if (!(next > below && next < above)) {
        next = below == 0 ? above / 16 : below + (above - below) / 2;
      }
      if (Math.abs(next - x) <= 2e-16 * Math.abs(x) || next == below || next == above) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double nonZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  private static void checkShare(double p) {
    require(p >= 0 && p <= 1, "share", p);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }
}
