package se.samlad.benchmarks.calibration;

import java.util.Locale;

/**
 * What a share should be.
 *
 * @param least it may be
 * @param most it may be
 * @param words as shown in the table
 */
record Demand(double least, double most, String words) {
  static final Demand NONE = new Demand(0, 1, "");

  static Demand atMost(double limit) {
    return new Demand(0, limit, "at most " + percent(limit));
  }

  static Demand atLeast(double limit) {
    return new Demand(limit, 1, "at least " + percent(limit));
  }

  static Demand within(double least, double most) {
    return new Demand(least, most, "%s to %s".formatted(percent(least), percent(most)));
  }

  static Demand notBelow(Share other, String name) {
    return new Demand(other.cases() == 0 ? 0 : other.value(), 1, "not below " + name);
  }

  /** Yes, yes within two Monte Carlo errors, no, or that there was nothing to score. */
  String answer(Share share) {
    if (this == NONE) {
      return "";
    }
    if (share.cases() == 0) {
      return "no case";
    }
    double value = share.value();
    if (value >= least && value <= most) {
      return "yes";
    }
    double reach = 2 * share.error();
    return value + reach >= least && value - reach <= most ? "yes, within error" : "**no**";
  }

  static String percent(double share) {
    String number = String.format(Locale.ROOT, "%.1f", 100 * share);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
  }
}
