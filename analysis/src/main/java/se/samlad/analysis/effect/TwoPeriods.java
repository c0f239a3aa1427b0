package se.samlad.analysis.effect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.distribution.StudentT;
import se.samlad.analysis.effect.DifferenceInDifferences.Week;

/**
 * A panel with the weeks of each area summed before and after. Where every area has every week, the ratio of ratios of these
 * sums is the estimate of the whole regression, and its error by area has a closed form: given its total, an area's share
 * after is that of its group. This is what permutations and draws work on.
 */
@SuppressWarnings("ArrayRecordComponent")
record TwoPeriods(
    boolean[] treated, double[] before, double[] after, double[] weeksBefore, double[] weeksAfter) {

  static TwoPeriods of(List<Week> panel) {
    Map<String, Integer> areas = new TreeMap<>();
    panel.forEach(each -> areas.putIfAbsent(each.area(), areas.size()));
    int n = areas.size();
    TwoPeriods made =
        new TwoPeriods(new boolean[n], new double[n], new double[n], new double[n], new double[n]);
    for (Week each : panel) {
      int area = areas.getOrDefault(each.area(), 0);
      made.treated[area] = each.treated();
      (each.post() ? made.after : made.before)[area] += each.count();
      (each.post() ? made.weeksAfter : made.weeksBefore)[area]++;
    }
    return made;
  }

  int areas() {
    return treated.length;
  }

  /** Logarithm of the ratio of ratios if these areas had been treated. */
  double effect(boolean[] ofTreated) {
    return Math.log(rate(ofTreated, true, after, weeksAfter))
        - Math.log(rate(ofTreated, true, before, weeksBefore))
        - Math.log(rate(ofTreated, false, after, weeksAfter))
        + Math.log(rate(ofTreated, false, before, weeksBefore));
  }

  private static double rate(boolean[] ofTreated, boolean group, double[] counts, double[] weeks) {
    double events = 0;
    double time = 0;
    for (int i = 0; i < counts.length; i++) {
      if (ofTreated[i] == group) {
        events += counts[i];
        time += weeks[i];
      }
    }
    return events / time;
  }

  /** The error of the effect by area, without correction for few areas. */
  double clusterError() {
    return Math.sqrt(variance(true) + variance(false));
  }

  private double variance(boolean group) {
    double total = 0;
    double totalAfter = 0;
    for (int i = 0; i < areas(); i++) {
      if (treated[i] == group) {
        total += before[i] + after[i];
        totalAfter += after[i];
      }
    }
    double share = totalAfter / total;
    double squares = 0;
    for (int i = 0; i < areas(); i++) {
      if (treated[i] == group) {
        double rest = after[i] - (before[i] + after[i]) * share;
        squares += rest * rest;
      }
    }
    double information = total * share * (1 - share);
    return squares / (information * information);
  }

  private RateRatio.Word word(double level) {
    double effect = effect(treated);
    double error = clusterError() * Math.sqrt(areas() / (areas() - 1.0));
    double reach = new StudentT(areas() - 1).quantile((1 + level) / 2) * error;
    return RateRatio.word(
        new Estimate.Interval(Math.exp(effect - reach), Math.exp(effect + reach)));
  }

  /** Share of draws of all counts about what was seen that give the same word. */
  double stability(double dispersion, DifferenceInDifferences.Parameters parameters) {
    RateRatio.Word word = word(parameters.level());
    double spread = Math.max(1, dispersion);
    return Draws.run(
                parameters.draws(),
                parameters.seed(),
                parameters.threads(),
                () -> new Redraw(this, word, spread, parameters.level()))
            .stream()
            .mapToInt(worker -> worker.same)
            .sum()
        / (double) parameters.draws();
  }

  private static final class Redraw implements Draws.Worker {
    private final TwoPeriods seen;
    private final RateRatio.Word word;
    private final double dispersion;
    private final double level;
    private int same;

    Redraw(TwoPeriods seen, RateRatio.Word word, double dispersion, double level) {
      this.seen = seen;
      this.word = word;
      this.dispersion = dispersion;
      this.level = level;
    }

    @Override
    public void draw(SeededRandom random, int number) {
      TwoPeriods drawn = new TwoPeriods(
          seen.treated,
          redrawn(seen.before, random),
          redrawn(seen.after, random),
          seen.weeksBefore,
          seen.weeksAfter);
      same += drawn.word(level) == word ? 1 : 0;
    }

    private double[] redrawn(double[] counts, SeededRandom random) {
      double[] drawn = new double[counts.length];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = Stability.redrawn(counts[i], dispersion, random);
      }
      return drawn;
    }
  }
}
