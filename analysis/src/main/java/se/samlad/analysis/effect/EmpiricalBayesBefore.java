package se.samlad.analysis.effect;

import java.util.Arrays;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.SpecialFunctions;

/**
 * What the target would have returned to by itself (Swedish: återgång mot medelvärdet).
 *
 * <p>Question: a place chosen because it was high tends to fall anyway; how much of the drop is that? Terms: counts of
 * comparable places in one period, of which the target is one. Edges: fewer than the minimum of places, or no event at
 * all, is insufficient; places that differ no more than chance give the group's mean. Method: the places' true rates are
 * taken as gamma distributed with the mean and variance that the counts' moments imply, and the target's before value is
 * the mean of its rate given its count. Cost: linear. Source: Hauer 1997, Observational before-after studies in road
 * safety, chapter 11; Marshall 1991, Applied Statistics 40:283-294.
 *
 * @param state whether there were enough places
 * @param observed the target's count before
 * @param expected its count freed from the choice, NaN if insufficient
 * @param lower lower end of its 90 % interval, NaN if insufficient
 * @param upper upper end, NaN if insufficient
 * @param ownWeight how much of the target's own count is believed, 0 to 1
 * @param groupMean mean of all places
 * @param places comparable places, the target among them
 */
public record EmpiricalBayesBefore(
    State state,
    int observed,
    double expected,
    double lower,
    double upper,
    double ownWeight,
    double groupMean,
    int places) {
  /** Below this number of places nothing is said. */
  public static final int MINIMUM_PLACES = 10;

  /** Whether there was enough to go on. */
  public enum State {
    INSUFFICIENT,
    ESTIMATED
  }

  /** The before value of one place among comparable ones. */
  public static EmpiricalBayesBefore of(int[] counts, int target) {
    if (target < 0 || target >= counts.length) {
      throw new IllegalArgumentException("place %d of %d".formatted(target, counts.length));
    }
    double sum = 0;
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a count below 0: " + count);
      }
      sum += count;
    }
    int places = counts.length;
    int observed = counts[target];
    double mean = sum / places;
    if (places < MINIMUM_PLACES || sum == 0) {
      return new EmpiricalBayesBefore(
          State.INSUFFICIENT,
          observed,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          mean,
          places);
    }
    double between = Math.max(0, variance(counts, mean) - mean);
    double weight = between / (between + mean);
    if (between == 0) {
      return new EmpiricalBayesBefore(State.ESTIMATED, observed, mean, mean, mean, 0, mean, places);
    }
    double shape = mean * mean / between + observed;
    return new EmpiricalBayesBefore(
        State.ESTIMATED,
        observed,
        weight * observed + (1 - weight) * mean,
        weight * SpecialFunctions.inverseGammaP(shape, 0.05),
        weight * SpecialFunctions.inverseGammaQ(shape, 0.05),
        weight,
        mean,
        places);
  }

  /** The share of the observed count that is expected to disappear without any measure; negative for a low place. */
  public double expectedDrop() {
    return observed == 0 ? 0 : 1 - expected / observed;
  }

  private static double variance(int[] counts, double mean) {
    double squares = 0;
    for (int count : counts) {
      squares += (count - mean) * (count - mean);
    }
    return squares / (counts.length - 1);
  }

  /** Share of draws of every place's count about what was seen that expect a drop, or none, as this did. */
  public static Stability stability(
      int[] counts, int target, Stability.Parameters how, Progress progress) {
    boolean drops = of(counts, target).expectedDrop() > 0;
    return Stability.of(how, progress, () -> random -> {
      int[] drawn = new int[counts.length];
      Arrays.setAll(drawn, i -> (int) Stability.redrawn(counts[i], 1, random));
      return of(drawn, target).expectedDrop() > 0 == drops;
    });
  }
}
