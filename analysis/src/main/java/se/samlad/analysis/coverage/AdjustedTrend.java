package se.samlad.analysis.coverage;

/** Where the reporting goes when who answered is taken into account (Swedish: justerad trend). */
public sealed interface AdjustedTrend {

  /**
   * The change of incidents per answered unit-week from one week to the next, as a factor: 1.02 is two per cent more each
   * week.
   *
   * @param factorPerWeek the estimate, with a 90 % interval from low to high
   * @param dispersion variance over mean that the interval allows for, at least 1
   */
  record Judged(double factorPerWeek, double low, double high, double dispersion)
      implements AdjustedTrend {

    public Direction direction() {
      if (low > 1) {
        return Direction.RISING;
      }
      return high < 1 ? Direction.FALLING : Direction.UNCLEAR;
    }
  }

  /** The trend cannot be judged (Swedish: trenden går inte att bedöma). */
  record CannotBeJudged(Reason reason) implements AdjustedTrend {}

  /** The direction, or the reason why none is told. */
  default Enum<?> word() {
    return switch (this) {
      case Judged judged -> judged.direction();
      case CannotBeJudged refused -> refused.reason();
    };
  }

  /** What the interval says. */
  enum Direction {
    RISING,
    FALLING,
    UNCLEAR
  }

  /** Why nothing can be said. */
  enum Reason {
    /** Fewer weeks with an answer than asked for. */
    TOO_FEW_WEEKS,
    /** Fewer incidents than asked for. */
    TOO_FEW_INCIDENTS,
    /** A smaller part of the expected answers came in than asked for, in one half of the period. */
    TOO_FEW_ANSWERS,
    /** Those who fell silent reported at another level than those who went on. */
    SILENT_DIFFER
  }
}
