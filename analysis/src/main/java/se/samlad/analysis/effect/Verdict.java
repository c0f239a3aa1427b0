package se.samlad.analysis.effect;

import java.util.List;
import java.util.OptionalInt;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * The words of effect: did it help, did it move (Swedish: omdöme).
 *
 * <p>Question: may we say fewer, more, moved, or not moved, and how sure are the words? Terms: L and D are the local and the
 * displacement part of {@link WeightedDisplacementDifference}. Edges: without events nothing can be decided; a drop without
 * a buffer has {@link Movement.NotMeasured}. Method: fewer if the upper limit of L is below 0, more if the lower is above 0,
 * else undecided and no word on moving; after fewer: moved if the lower limit of D is above 0, no visible move if its upper
 * limit is below half of |L|, else undecided, with the weeks of follow-up that would settle it if all rates went on as they
 * are. Every count is then redrawn around what was seen and the words are said again. Cost: draws times eight counts, a few
 * milliseconds. Source: Wheeler and Ratcliffe 2018, Crime Science 7:11; the words are the project's own.
 *
 * @param effect the word on the target
 * @param movement the word on the surroundings
 * @param effectStability share of draws with the same word on the target
 * @param movementStability share of draws with the same two words
 * @param difference L, D and their errors
 * @param parameters as used
 */
public record Verdict(
    Effect effect,
    Movement movement,
    double effectStability,
    double movementStability,
    WeightedDisplacementDifference difference,
    Parameters parameters) {

  /** The word on the target. */
  public enum Effect {
    /** Färre än väntat. */
    FEWER,
    /** Fler än väntat. */
    MORE,
    /** Går inte att avgöra om det blev färre. */
    UNDECIDED
  }

  /** The word on the surroundings. */
  public sealed interface Movement {
    /** No word: nothing was found in the target that could have moved. */
    record NotAsked() implements Movement {}

    /** No word: the design has no buffer. */
    record NotMeasured() implements Movement {}

    /** Har flyttat, with the share -D/L of the drop. */
    record Moved(double share) implements Movement {}

    /** Ingen synlig flytt. */
    record NoVisibleMove() implements Movement {}

    /** Går inte att avgöra om det flyttat; empty when no number of further weeks within the limit settles it. */
    record MoveUndecided(OptionalInt weeksMore) implements Movement {}
  }

  /**
   * @param level of the intervals
   * @param dispersion variance over mean of the counts
   * @param freedom degrees of freedom behind the dispersion, infinite where it is known
   * @param weeksAfter weeks of follow-up so far, for how many more would settle it
   * @param mostWeeks the largest number of further weeks looked at
   * @param draws parametric draws for the stability; 0 leaves it out
   * @param seed of the draws
   */
  public record Parameters(
      double level,
      double dispersion,
      double freedom,
      int weeksAfter,
      int mostWeeks,
      int draws,
      long seed) {
    public Parameters {
      if (!(level > 0 && level < 1)
          || !(dispersion >= 1)
          || !(freedom >= 1)
          || weeksAfter < 1
          || mostWeeks < 0
          || draws < 0) {
        throw new IllegalArgumentException("level %s, dispersion %s, freedom %s, weeks %d, draws %d"
            .formatted(level, dispersion, freedom, weeksAfter, draws));
      }
    }

    public static Parameters defaults(int weeksAfter) {
      return new Parameters(0.90, 1, Double.POSITIVE_INFINITY, weeksAfter, 104, 1000, 20260105);
    }

    /** A dispersion that is known. */
    public Parameters withDispersion(double dispersion) {
      return new Parameters(
          level, dispersion, Double.POSITIVE_INFINITY, weeksAfter, mostWeeks, draws, seed);
    }

    /** A dispersion that was estimated, with the freedom behind it. */
    public Parameters withSpread(WeeklySpread spread) {
      return new Parameters(
          level, spread.dispersion(), spread.freedomOrKnown(), weeksAfter, mostWeeks, draws, seed);
    }

    public Parameters withDraws(int draws) {
      return new Parameters(level, dispersion, freedom, weeksAfter, mostWeeks, draws, seed);
    }

    private Parameters withoutFurtherWeeks() {
      return new Parameters(level, dispersion, freedom, weeksAfter, 0, draws, seed);
    }

    private WeightedDisplacementDifference difference(EffectDesign design) {
      return WeightedDisplacementDifference.of(design, dispersion, freedom);
    }

    /** How many errors the intervals reach to each side. */
    private double errors() {
      return Estimate.errors(level, freedom);
    }
  }

  public static Verdict of(EffectDesign design, Parameters parameters) {
    WeightedDisplacementDifference difference = parameters.difference(design);
    double errors = parameters.errors();
    Effect effect = effect(difference, errors);
    Movement movement = movement(effect, difference, errors, parameters);
    List<Redraw> workers = Draws.run(
        parameters.draws(),
        parameters.seed(),
        1,
        () -> new Redraw(design, effect, movement, parameters));
    double draws = Math.max(1, parameters.draws());
    double sameEffect = parameters.draws() == 0 ? 1 : workers.get(0).sameEffect / draws;
    double sameBoth = parameters.draws() == 0 ? 1 : workers.get(0).sameBoth / draws;
    return new Verdict(effect, movement, sameEffect, sameBoth, difference, parameters);
  }

  /** How sure the word on the target is. */
  public Certainty effectCertainty() {
    return Certainty.of(effectStability);
  }

  /** How sure both words together are. */
  public Certainty movementCertainty() {
    return Certainty.of(movementStability);
  }

  private static Effect effect(WeightedDisplacementDifference difference, double errors) {
    Estimate.Interval local = difference.local().reaching(errors);
    if (local.upper() < 0) {
      return Effect.FEWER;
    }
    return local.lower() > 0 ? Effect.MORE : Effect.UNDECIDED;
  }

  private static Movement movement(
      Effect effect,
      WeightedDisplacementDifference difference,
      double errors,
      Parameters parameters) {
    if (effect != Effect.FEWER) {
      return new Movement.NotAsked();
    }
    if (difference.design().buffer().isEmpty()) {
      return new Movement.NotMeasured();
    }
    double local = difference.local().value();
    Estimate displacement = difference.displacement();
    Estimate.Interval moved = displacement.reaching(errors);
    if (moved.lower() > 0) {
      return new Movement.Moved(-displacement.value() / local);
    }
    if (moved.upper() < Math.abs(local) / 2) {
      return new Movement.NoVisibleMove();
    }
    return new Movement.MoveUndecided(weeksMore(difference, errors, parameters));
  }

  private static OptionalInt weeksMore(
      WeightedDisplacementDifference difference, double errors, Parameters parameters) {
    EffectDesign design = difference.design();
    BeforeAfter buffer = design.buffer().orElseThrow();
    BeforeAfter against = design.controlOfBuffer();
    double before = buffer.beforeVariance() + against.beforeVariance();
    double after = buffer.afterVariance() + against.afterVariance();
    double moved = difference.displacement().value();
    double half = Math.abs(difference.local().value()) / 2;
    for (int weeks = 1; weeks <= parameters.mostWeeks(); weeks++) {
      double longer = (double) (parameters.weeksAfter() + weeks) / parameters.weeksAfter();
      double error = Math.sqrt(parameters.dispersion() * (before + after / longer));
      Estimate.Interval then = new Estimate(moved, error).reaching(errors);
      if (then.lower() > 0 || then.upper() < half) {
        return OptionalInt.of(weeks);
      }
    }
    return OptionalInt.empty();
  }

  private static final class Redraw implements Draws.Worker {
    private final EffectDesign design;
    private final Effect effect;
    private final Movement movement;
    private final Parameters parameters;
    private final double errors;
    private int sameEffect;
    private int sameBoth;

    Redraw(EffectDesign design, Effect effect, Movement movement, Parameters parameters) {
      this.design = design;
      this.effect = effect;
      this.movement = movement;
      this.parameters = parameters.withoutFurtherWeeks();
      errors = parameters.errors();
    }

    @Override
    public void draw(SeededRandom random, int number) {
      EffectDesign drawn = new EffectDesign(
          redrawn(design.target(), random),
          redrawn(design.control(), random),
          design.buffer().map(each -> redrawn(each, random)),
          design.bufferControl().map(each -> redrawn(each, random)));
      WeightedDisplacementDifference difference = parameters.difference(drawn);
      Effect again = effect(difference, errors);
      if (again == effect) {
        sameEffect++;
        if (movement(again, difference, errors, parameters).getClass() == movement.getClass()) {
          sameBoth++;
        }
      }
    }

    private BeforeAfter redrawn(BeforeAfter counts, SeededRandom random) {
      return counts.withCounts(redrawn(counts.before(), random), redrawn(counts.after(), random));
    }

    private double redrawn(double count, SeededRandom random) {
      return Stability.redrawn(count, parameters.dispersion(), random);
    }
  }
}
