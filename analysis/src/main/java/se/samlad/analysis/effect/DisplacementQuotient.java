package se.samlad.analysis.effect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * The older figures of displacement: success and buffer measure, their quotient WDQ, gross, net and total net effect
 * (Swedish: omflyttningskvot, aldrig ensam).
 *
 * <p>Question: how large is the change in the buffer against the change in the target, both against the control? Terms:
 * counts before and after in target (R), buffer (D) and control (C), periods of equal length. Edges: without events in the
 * control on either side nothing is defined and the measures are refused; the quotient is undefined when the success measure
 * is 0, and not interpretable when it is not below 0, that is without an effect in the target: {@link Reading} says so and
 * {@link #quotientToShow} is then empty. Method: shares of the control's counts, differences and a quotient of them. None
 * has a standard error, so they are never shown alone: {@link WeightedDisplacementDifference} stands first. Cost: constant.
 * Source: Bowers and Johnson 2003, Journal of Quantitative Criminology 19:275-301; Guerette 2009, Analyzing crime
 * displacement and diffusion, appendix B.
 *
 * @param quotient WDQ as computed, NaN or infinite when the success measure is 0
 * @param buffer the buffer measure: change of D over C
 * @param success the success measure: change of R over C; below 0 the target fell beyond the control
 * @param grossEffect events fewer in the target
 * @param netEffect the success measure with its sign turned: share of the control's counts
 * @param totalNetEffect events fewer in target and buffer than the control lets expect
 * @param reading how the quotient is to be read
 * @param n events in all three
 * @param design the six counts: target, buffer, control
 */
public record DisplacementQuotient(
    double quotient,
    double buffer,
    double success,
    double grossEffect,
    double netEffect,
    double totalNetEffect,
    Reading reading,
    double n,
    List<BeforeAfter> design) {

  /** How the quotient is to be read. */
  public enum Reading {
    /** Above 1: the benefit spread by more than the effect itself. */
    DIFFUSION_GREATER_THAN_EFFECT,
    /** Between 0 and 1: some benefit spread. */
    DIFFUSION,
    /** 0: the buffer changed as the control. */
    NEITHER,
    /** Between -1 and 0: some of the problem moved. */
    DISPLACEMENT_SMALLER_THAN_EFFECT,
    /** -1 or below: what moved outweighs the effect. */
    DISPLACEMENT_OUTWEIGHS,
    /** The target did not fall beyond the control: a quotient has no sense. */
    NOT_INTERPRETABLE,
    /** The target changed exactly as the control: there is no quotient. */
    UNDEFINED
  }

  /** Of equally long periods. */
  public static DisplacementQuotient of(
      BeforeAfter target, BeforeAfter buffer, BeforeAfter control) {
    if (control.before() == 0 || control.after() == 0) {
      throw new IllegalArgumentException(
          "WDQ is undefined: the control has no events %s (%s and %s)"
              .formatted(
                  control.before() == 0 ? "before" : "after", control.before(), control.after()));
    }
    for (BeforeAfter each : List.of(target, buffer, control)) {
      if (each.beforeWeight() != each.afterWeight()) {
        throw new IllegalArgumentException("WDQ needs periods of equal length, not %s and %s"
            .formatted(each.beforeWeight(), each.afterWeight()));
      }
    }
    double success = against(target, control);
    double moved = against(buffer, control);
    double growth = control.after() / control.before();
    double total =
        target.before() * growth - target.after() + buffer.before() * growth - buffer.after();
    double n = 0;
    for (BeforeAfter each : List.of(target, buffer, control)) {
      n += each.before() + each.after();
    }
    return new DisplacementQuotient(
        moved / success,
        moved,
        success,
        target.before() - target.after(),
        -success,
        total,
        reading(moved, success),
        n,
        List.of(target, buffer, control));
  }

  private static double against(BeforeAfter area, BeforeAfter control) {
    return area.after() / control.after() - area.before() / control.before();
  }

  private static Reading reading(double moved, double success) {
    if (success == 0) {
      return Reading.UNDEFINED;
    }
    if (success > 0) {
      return Reading.NOT_INTERPRETABLE;
    }
    double quotient = moved / success;
    if (quotient > 1) {
      return Reading.DIFFUSION_GREATER_THAN_EFFECT;
    }
    if (quotient == 0) {
      return Reading.NEITHER;
    }
    if (quotient > 0) {
      return Reading.DIFFUSION;
    }
    return quotient > -1
        ? Reading.DISPLACEMENT_SMALLER_THAN_EFFECT
        : Reading.DISPLACEMENT_OUTWEIGHS;
  }

  /** The quotient where it may be shown, beside the weighted displacement difference. */
  public OptionalDouble quotientToShow() {
    return success < 0 ? OptionalDouble.of(quotient) : OptionalDouble.empty();
  }

  /** The figure with an interval that this one is shown beside. */
  public WeightedDisplacementDifference beside() {
    return WeightedDisplacementDifference.of(new EffectDesign(
        design.get(0), design.get(2), Optional.of(design.get(1)), Optional.empty()));
  }

  /** Share of draws of all six counts about what was seen that are read the same. */
  public Stability stability(Stability.Parameters how, Progress progress) {
    return Stability.of(how, progress, () -> random -> {
      List<BeforeAfter> drawn = design.stream()
          .map(each -> each.withCounts(
              Stability.redrawn(each.before(), 1, random),
              Stability.redrawn(each.after(), 1, random)))
          .toList();
      BeforeAfter control = drawn.get(2);
      return control.before() > 0
          && control.after() > 0
          && of(drawn.get(0), drawn.get(1), control).reading() == reading;
    });
  }
}
