package se.samlad.analysis.effect;

/**
 * Events of one area before and after, each with the weight that makes it comparable (Swedish: före och efter).
 *
 * <p>A weight is what the count is divided by: time multiplied by area. Four weeks before and eight after in areas of one
 * size have weights 1 and 2.
 *
 * @param before events before, at least 0
 * @param after events after, at least 0
 * @param beforeWeight divisor of the first, above 0
 * @param afterWeight divisor of the second, above 0
 */
public record BeforeAfter(double before, double after, double beforeWeight, double afterWeight) {
  public BeforeAfter {
    if (!(before >= 0
        && before < Double.POSITIVE_INFINITY
        && after >= 0
        && after < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "counts must be finite and at least 0: " + before + ", " + after);
    }
    if (!(beforeWeight > 0
        && beforeWeight < Double.POSITIVE_INFINITY
        && afterWeight > 0
        && afterWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weights must be finite and above 0: " + beforeWeight + ", " + afterWeight);
    }
  }

  /** Equal times and areas. */
  public static BeforeAfter of(double before, double after) {
    return new BeforeAfter(before, after, 1, 1);
  }

  /** The weights from the two times and the size of the area. */
  public BeforeAfter over(double timeBefore, double timeAfter, double area) {
    return new BeforeAfter(before, after, timeBefore * area, timeAfter * area);
  }

  public BeforeAfter withCounts(double before, double after) {
    return new BeforeAfter(before, after, beforeWeight, afterWeight);
  }

  /** The change from before to after per unit of weight. */
  public double change() {
    return after / afterWeight - before / beforeWeight;
  }

  double variance() {
    return beforeVariance() + afterVariance();
  }

  double beforeVariance() {
    return before / (beforeWeight * beforeWeight);
  }

  double afterVariance() {
    return after / (afterWeight * afterWeight);
  }
}
