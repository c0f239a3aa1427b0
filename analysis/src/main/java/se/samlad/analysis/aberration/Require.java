package se.samlad.analysis.aberration;

/** Refusals of parameters, naming the value and its limit. */
final class Require {
  private Require() {}

  static void atLeast(String name, int value, int limit) {
    if (value < limit) {
      throw new IllegalArgumentException(
          "%s must be at least %d: %d".formatted(name, limit, value));
    }
  }

  static void share(String name, double value, double below) {
    if (!(value > 0 && value < below)) {
      throw new IllegalArgumentException("%s must be in (0, %s): %s".formatted(name, below, value));
    }
  }
}
