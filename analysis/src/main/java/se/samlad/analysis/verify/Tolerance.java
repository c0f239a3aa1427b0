package se.samlad.analysis.verify;

/**
 * How far a value may lie from the expected one.
 *
 * @param limit largest difference that is well
 * @param relative whether the difference is divided by the size of the expected value
 * @param least the smallest size divided by, so that values about zero are compared as they are
 */
public record Tolerance(double limit, boolean relative, double least) {

  public Tolerance {
    if (!(limit >= 0) || !(least >= 0)) {
      throw new IllegalArgumentException(
          "A tolerance must be at least 0: %s, %s".formatted(limit, least));
    }
  }

  /** Whole numbers and other values that must be the same. */
  public static Tolerance exact() {
    return absolute(0);
  }

  public static Tolerance absolute(double limit) {
    return new Tolerance(limit, false, 0);
  }

  public static Tolerance relative(double limit) {
    return new Tolerance(limit, true, 0);
  }

  /** Relative for values of at least this size, absolute (limit times that size) below. */
  public static Tolerance relative(double limit, double least) {
    return new Tolerance(limit, true, least);
  }

  /** The difference as this tolerance measures it: 0 for two NaN or the same infinity, infinite for one NaN. */
  double difference(double expected, double ours) {
    if (Double.compare(expected, ours) == 0 || expected == ours) {
      return 0;
    }
    double difference = Math.abs(expected - ours);
    if (Double.isNaN(difference) || Double.isInfinite(difference)) {
      return Double.POSITIVE_INFINITY;
    }
    double size = relative ? Math.max(Math.abs(expected), least) : 1;
    return size == 0 ? Double.POSITIVE_INFINITY : difference / size;
  }

  @Override
  public String toString() {
    if (limit == 0) {
      return "exact";
    }
    String number = "%.0e".formatted(limit).replace("e-0", "e-").replace("e+00", "");
    return relative ? number + " relative" : number;
  }
}
