package se.samlad.analysis.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * How well did a ranking of areas point out where it happened (Swedish: träffsäkerhet)?
 *
 * <p>PAI: the part of all events that fell in the areas flagged, over the part of the ground they cover; 1 is no better
 * than chance. PEI: the PAI over the best that could have been reached with as many areas. RRI: predicted over observed in
 * the areas flagged, 1 being a forecast of the right size. All are given at every cut, from the first area to all of them.
 *
 * <p>Areas are ordered by predicted value over ground, ties with the fewer events first, so that a forecast that cannot
 * tell areas apart is not rewarded for luck; the best possible order is by events over ground.
 *
 * <p>Edges: no events at all give no PAI and no PEI (NaN), since nothing could be hit; no event yet at a cut gives an RRI
 * that is not finite. No areas give no cuts. Values that are negative or no number, and ground of 0, are refused.
 *
 * <p>Cost: sorting the areas. Source: Chainey, Tompson & Uhlig (2008), Security Journal 21:4-28 (PAI); Hunt (2016) (PEI);
 * Levine (2008), Security Journal 21:295-302 (RRI).
 */
public final class ForecastAccuracy {

  private ForecastAccuracy() {}

  public static Result of(double[] predicted, double[] events, double[] ground) {
    check(predicted, events, ground);
    int n = predicted.length;
    List<Integer> forecast = order(
        n,
        Comparator.comparingDouble((Integer i) -> -predicted[i] / ground[i])
            .thenComparingDouble(i -> events[i]));
    List<Integer> best = order(n, Comparator.comparingDouble(i -> -events[i] / ground[i]));
    double allEvents = sum(events);
    double allGround = sum(ground);
    Cut[] cuts = new Cut[n];
    double hit = 0;
    double expected = 0;
    double covered = 0;
    double bestHit = 0;
    double bestCovered = 0;
    for (int k = 0; k < n; k++) {
      int area = forecast.get(k);
      hit += events[area];
      expected += predicted[area];
      covered += ground[area];
      bestHit += events[best.get(k)];
      bestCovered += ground[best.get(k)];
      double pai = hit / allEvents / (covered / allGround);
      double bestPai = bestHit / allEvents / (bestCovered / allGround);
      cuts[k] = new Cut(area, hit, expected, covered, pai, pai / bestPai, expected / hit);
    }
    return new Result(n, allEvents, allGround, List.of(cuts));
  }

  private static List<Integer> order(int n, Comparator<Integer> order) {
    return IntStream.range(0, n).boxed().sorted(order).toList();
  }

  private static void check(double[] predicted, double[] events, double[] ground) {
    if (predicted.length != events.length || predicted.length != ground.length) {
      throw new IllegalArgumentException("%d predictions, %d counts and %d areas should be as many"
          .formatted(predicted.length, events.length, ground.length));
    }
    for (int i = 0; i < predicted.length; i++) {
      if (!(predicted[i] >= 0) || !(events[i] >= 0) || !(ground[i] > 0)) {
        throw new IllegalArgumentException(
            "Area %d: prediction %s, events %s, ground %s should be 0 or more, ground above 0"
                .formatted(i + 1, predicted[i], events[i], ground[i]));
      }
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The areas flagged down to this one.
   *
   * @param area the one that was added last, as its place in the input from 0
   * @param events that fell in the flagged areas
   * @param predicted for them
   * @param ground they cover
   */
  public record Cut(
      int area,
      double events,
      double predicted,
      double ground,
      double pai,
      double pei,
      double rri) {}

  /**
   * Every cut in order.
   *
   * @param n areas
   * @param events in all of them
   * @param ground of all of them
   */
  public record Result(int n, double events, double ground, List<Cut> cuts) {}

  /**
   * For every cut the share of draws, the events of each area drawn about what was seen, in which the areas flagged are
   * better, or not better, than chance as they were.
   */
  public static List<Stability> stability(
      Result result, double[] events, Stability.Parameters how, Progress progress) {
    List<Cut> cuts = result.cuts();
    return Stability.ofEach(cuts.size(), how, progress, () -> {
      double[] drawn = new double[events.length];
      return (random, same) -> {
        Arrays.setAll(drawn, area -> Stability.redrawn(events[area], 1, random));
        double all = sum(drawn);
        double hit = 0;
        for (int k = 0; k < same.length; k++) {
          Cut cut = cuts.get(k);
          hit += drawn[cut.area()];
          same[k] = hit * result.ground() > all * cut.ground() == cut.pai() > 1;
        }
      };
    });
  }
}
