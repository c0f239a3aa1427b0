package se.samlad.analysis.aberration;

import java.util.ArrayList;
import java.util.List;

/**
 * Has the level crept upwards, week by week (Swedish: CUSUM, smygande ökning)?
 *
 * <p>Question: do small surpluses over what was usual add up to something, even though no single week stands out? Terms:
 * each count is standardised against the mean m of the weeks before the first one judged; what exceeds the reference
 * value k is added up, never below 0, and the sum alarms at h. The upper bound is the least count that would alarm.
 *
 * <p>Edges: a week without data leaves the sum as it was; no earlier week with data, or a mean of 0, is insufficient and
 * never alarms. The sum is not set back after an alarm, so it stays up while the level does.
 *
 * <p>Method: S = max(0, S + z - k) with z by the chosen transform. Cost: one pass; memory: one record a week. Source: Rossi,
 * Lampugnani and Marchi 1999, Stat Med 18:2111-2122; Anscombe 1953, JRSS B 15:229-230; Höhle 2007, Comput Stat
 * 22:571-582.
 */
public final class Cusum {
  private Cusum() {}

  /** How a count is brought to mean 0 and deviation 1. */
  public enum Transform {
    /** (x - m) / sqrt(m). */
    STANDARD {
      @Override
      double standardised(double x, double m) {
        return (x - m) / Math.sqrt(m);
      }

      @Override
      double upper(double m, double room) {
        return Math.max(0, Math.ceil(Math.sqrt(m) * room + m));
      }
    },
    /** (x - 3 m + 2 sqrt(x m)) / (2 sqrt(m)): near normal also for means of a few events. */
    ROSSI {
      @Override
      double standardised(double x, double m) {
        return (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m));
      }

      @Override
      double upper(double m, double room) {
        double inside = 4 * m * m + 2 * m * Math.sqrt(m) * room;
        return inside < 0
            ? 0
            : Math.max(0, 2 * Math.sqrt(m) * room + 5 * m - 2 * Math.sqrt(inside));
      }
    },
    /** 3/2 (x^(2/3) - m^(2/3)) / m^(1/6). */
    ANSCOMBE {
      @Override
      double standardised(double x, double m) {
        return 1.5 * (Math.pow(x, 2 / 3.0) - Math.pow(m, 2 / 3.0)) / Math.pow(m, 1 / 6.0);
      }

      @Override
      double upper(double m, double room) {
        double root = 2 / 3.0 * Math.pow(m, 1 / 6.0) * room + Math.pow(m, 2 / 3.0);
        return root < 0 ? 0 : Math.pow(root, 1.5);
      }
    };

    abstract double standardised(double x, double m);

    /** The least count that lifts the sum by h + k - sum = room. */
    abstract double upper(double m, double room);
  }

  /**
   * @param transform how counts are standardised
   * @param reference k, what a week may lie above the mean without being added
   * @param threshold h, the sum that alarms
   */
  public record Parameters(Transform transform, double reference, double threshold) {
    public Parameters {
      if (!(reference >= 0 && reference < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the reference value k must be finite and at least 0: " + reference);
      }
      if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the threshold h must be finite and above 0: " + threshold);
      }
    }

    /** Rossi's transform with k = 1.04 and h = 2.26. */
    public static Parameters defaults() {
      return new Parameters(Transform.ROSSI, 1.04, 2.26);
    }

    public Parameters withTransform(Transform other) {
      return new Parameters(other, reference, threshold);
    }
  }

  /**
   * @param week place in the series, from 0
   * @param count events, {@link PooledDispersion#MISSING} without data
   * @param sum S after this week, NaN if insufficient
   * @param upper least count that would have alarmed, NaN if insufficient
   * @param alarm whether the sum has reached h
   */
  public record Week(int week, int count, double sum, double upper, boolean alarm) {}

  /**
   * @param weeks judged, in order
   * @param mean m of the weeks before, NaN if none had data
   * @param known how many of them had data
   * @param parameters as used
   */
  public record Result(List<Week> weeks, double mean, int known, Parameters parameters) {
    public Result {
      weeks = List.copyOf(weeks);
    }

    public boolean sufficient() {
      return mean > 0;
    }

    public List<Week> alarms() {
      return weeks.stream().filter(Week::alarm).toList();
    }
  }

  /** Every week from the given one (from 0), against the mean of those before it. */
  public static Result run(int[] counts, int from, Parameters parameters) {
    WeeklyCounts.check(counts);
    WeeklyCounts.checkFrom(from, counts.length);
    double mean = WeeklyCounts.mean(counts, 0, from);
    List<Week> weeks = new ArrayList<>(counts.length - from);
    double sum = 0;
    for (int week = from; week < counts.length; week++) {
      Week judged = week(week, counts[week], sum, mean, parameters);
      sum = Double.isNaN(judged.sum()) ? sum : judged.sum();
      weeks.add(judged);
    }
    return new Result(weeks, mean, WeeklyCounts.known(counts, 0, from), parameters);
  }

  private static Week week(int week, int count, double before, double mean, Parameters parameters) {
    if (!(mean > 0)) {
      return new Week(week, count, Double.NaN, Double.NaN, false);
    }
    double room = parameters.threshold() + parameters.reference() - before;
    double upper = parameters.transform().upper(mean, room);
    if (count == PooledDispersion.MISSING) {
      return new Week(week, count, before, upper, false);
    }
    double z = parameters.transform().standardised(count, mean);
    double sum = Math.max(0, before + z - parameters.reference());
    return new Week(week, count, sum, upper, sum >= parameters.threshold());
  }
}
