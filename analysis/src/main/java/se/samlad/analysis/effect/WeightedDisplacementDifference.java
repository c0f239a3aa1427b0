package se.samlad.analysis.effect;

import java.util.List;

/**
 * How many events fewer, here and in the surroundings, than the comparison areas let expect (Swedish: WDD, effekt med
 * omflyttning).
 *
 * <p>Question: how much did the target change beyond its control, and how much did the buffer beyond its own? Terms:
 * {@link EffectDesign}; the dispersion is variance over mean, 1 for chance alone, from {@link WeeklySpread} where counts
 * come in clumps. Edges: without a buffer the displacement is 0 with error 0; areas without any event give a change of 0
 * with error 0, which decides nothing. Method: changes per unit of weight, target minus control plus buffer minus its
 * control; the variance is the sum of the counts over squared weights times the dispersion, a shared control's counts
 * entering the total with weight 4. Cost: constant. Source: Wheeler and Ratcliffe 2018, Crime Science 7:11; harm weights as
 * there.
 *
 * @param local the target's change beyond its control (L)
 * @param displacement the buffer's change beyond its control (D)
 * @param total both together
 * @param events all events that went in
 * @param dispersion as used
 * @param design as used
 */
public record WeightedDisplacementDifference(
    Estimate local,
    Estimate displacement,
    Estimate total,
    double events,
    double dispersion,
    EffectDesign design) {

  /** Counts that vary by chance alone. */
  public static WeightedDisplacementDifference of(EffectDesign design) {
    return of(design, 1);
  }

  /** Counts whose variance is the dispersion times their mean, the dispersion being known. */
  public static WeightedDisplacementDifference of(EffectDesign design, double dispersion) {
    return of(design, dispersion, Double.POSITIVE_INFINITY);
  }

  /** Counts whose dispersion was estimated from their weeks: the errors know from how many. */
  public static WeightedDisplacementDifference of(EffectDesign design, WeeklySpread spread) {
    return of(design, spread.dispersion(), spread.freedomOrKnown());
  }

  static WeightedDisplacementDifference of(EffectDesign design, double dispersion, double freedom) {
    if (!(dispersion >= 1 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dispersion must be at least 1: " + dispersion);
    }
    BeforeAfter target = design.target();
    BeforeAfter control = design.control();
    double local = target.change() - control.change();
    double localVariance = target.variance() + control.variance();
    double events = target.before() + target.after() + control.before() + control.after();
    double moved = 0;
    double movedVariance = 0;
    double totalVariance = localVariance;
    if (design.buffer().isPresent()) {
      BeforeAfter buffer = design.buffer().get();
      BeforeAfter against = design.controlOfBuffer();
      moved = buffer.change() - against.change();
      movedVariance = buffer.variance() + against.variance();
      totalVariance +=
          design.controlIsShared() ? buffer.variance() + 3 * control.variance() : movedVariance;
      events += buffer.before() + buffer.after();
      events += design.controlIsShared() ? 0 : against.before() + against.after();
    }
    return new WeightedDisplacementDifference(
        new Estimate(local, Math.sqrt(dispersion * localVariance), freedom),
        new Estimate(moved, Math.sqrt(dispersion * movedVariance), freedom),
        new Estimate(local + moved, Math.sqrt(dispersion * totalVariance), freedom),
        events,
        dispersion,
        design);
  }

  /** The sum over types of incident, each estimate multiplied by its harm weight. */
  public static Estimate harmWeighted(List<Estimate> types, List<Double> weights) {
    if (types.size() != weights.size()) {
      throw new IllegalArgumentException(
          "%d types but %d weights".formatted(types.size(), weights.size()));
    }
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < types.size(); i++) {
      sum += weights.get(i) * types.get(i).value();
      variance += Math.pow(weights.get(i) * types.get(i).error(), 2);
    }
    return new Estimate(sum, Math.sqrt(variance));
  }
}
