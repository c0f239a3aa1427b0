package se.samlad.analysis.aberration;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Which of many p values stand when all are looked at together (Swedish: justering för många prövningar).
 *
 * <p>Question: which rejections keep the expected share of false ones at q? Terms: p values in [0, 1], one per test; the
 * family may be larger than the list, the tests left out then count as p = 1. Edges: an empty list gives an empty answer,
 * NaN is refused. Method: sorted p values against q * rank / family, keeping all up to the last that lies below; equal p
 * values share their fate. Cost: one sort. Source: Benjamini and Hochberg 1995, JRSS B 57:289-300; Simes 1986, Biometrika
 * 73:751-754.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** The p values raised so that each can be compared with q itself. */
  public static double[] adjusted(double[] p) {
    return adjusted(p, p.length);
  }

  /** As {@link #adjusted(double[])} within a family of at least that many tests. */
  public static double[] adjusted(double[] p, int family) {
    check(p, family);
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int index = order[rank - 1];
      least = Math.min(least, p[index] * family / rank);
      adjusted[index] = least;
    }
    return adjusted;
  }

  /** Whether each stands at false discovery rate q. */
  public static boolean[] kept(double[] p, double q) {
    return kept(p, q, p.length);
  }

  /** As {@link #kept(double[], double)} within a family of at least that many tests. */
  public static boolean[] kept(double[] p, double q, int family) {
    double limit = limit(p, q, family);
    boolean[] kept = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      kept[i] = p[i] <= limit;
    }
    return kept;
  }

  /** The largest p value that stands, or -1 when none does. */
  public static double limit(double[] p, double q, int family) {
    check(p, family);
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    for (int rank = sorted.length; rank >= 1; rank--) {
      if (sorted[rank - 1] <= q * rank / family) {
        return sorted[rank - 1];
      }
    }
    return -1;
  }

  /** Simes' p value of "nothing at all among these": the smallest adjusted p value, 1 for an empty list. */
  public static double simes(double[] p) {
    check(p, p.length);
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double least = 1;
    for (int rank = 1; rank <= sorted.length; rank++) {
      least = Math.min(least, sorted[rank - 1] * sorted.length / rank);
    }
    return least;
  }

  private static void check(double[] p, int family) {
    if (family < p.length) {
      throw new IllegalArgumentException(
          "a family of %d cannot hold %d tests".formatted(family, p.length));
    }
    for (double each : p) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("a p value must be in [0, 1]: " + each);
      }
    }
  }
}
