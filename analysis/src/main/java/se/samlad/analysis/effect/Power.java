package se.samlad.analysis.effect;

import java.util.OptionalInt;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * How early an effect can be seen: "kan bedömas tidigast v. 5" (Swedish: styrka).
 *
 * <p>Question: after how many weeks does this design show a drop of 40 % with a chance of 80 %? Terms: events per week in
 * target and control, weeks before, and the dispersion of the counts. Edges: nothing expected in the target, or too few
 * weeks before for any follow-up to suffice, gives no week. Method: the local part of
 * {@link WeightedDisplacementDifference} is taken as normal around the drop with the variance the expected counts would
 * give; the power is the chance that its upper limit lies below 0. Cost: constant. Source: Wheeler and Ratcliffe 2018, Crime
 * Science 7:11; Cohen 1988, Statistical power analysis, chapter 1.
 *
 * @param earliestWeek first week of follow-up with enough power, empty if none within the limit
 * @param powerThen power in that week, or in the last week looked at
 * @param parameters as used
 */
public record Power(OptionalInt earliestWeek, double powerThen, Parameters parameters) {

  /**
   * @param targetPerWeek events a week expected in the target without the measure
   * @param controlPerWeek events a week expected in the control
   * @param weeksBefore weeks of the period before
   * @param dispersion variance over mean, at least 1
   * @param drop share of the target's events that disappears
   * @param wanted power that is enough
   * @param level of the interval
   * @param mostWeeks the largest number of weeks looked at
   */
  public record Parameters(
      double targetPerWeek,
      double controlPerWeek,
      int weeksBefore,
      double dispersion,
      double drop,
      double wanted,
      double level,
      int mostWeeks) {
    public Parameters {
      if (!(targetPerWeek >= 0 && controlPerWeek >= 0 && dispersion >= 1)
          || weeksBefore < 1
          || mostWeeks < 1) {
        throw new IllegalArgumentException("rates %s and %s, dispersion %s, weeks %d"
            .formatted(targetPerWeek, controlPerWeek, dispersion, weeksBefore));
      }
      if (!(drop > 0 && drop <= 1) || !(wanted > 0 && wanted < 1) || !(level > 0 && level < 1)) {
        throw new IllegalArgumentException(
            "drop %s, power %s, level %s".formatted(drop, wanted, level));
      }
    }

    public static Parameters of(double targetPerWeek, double controlPerWeek, int weeksBefore) {
      return new Parameters(targetPerWeek, controlPerWeek, weeksBefore, 1, 0.4, 0.8, 0.90, 104);
    }

    public Parameters withDispersion(double dispersion) {
      return new Parameters(
          targetPerWeek, controlPerWeek, weeksBefore, dispersion, drop, wanted, level, mostWeeks);
    }

    private Parameters redrawn(SeededRandom random) {
      double target = Stability.redrawn(targetPerWeek * weeksBefore, dispersion, random);
      double control = Stability.redrawn(controlPerWeek * weeksBefore, dispersion, random);
      return new Parameters(
          target / weeksBefore,
          control / weeksBefore,
          weeksBefore,
          dispersion,
          drop,
          wanted,
          level,
          mostWeeks);
    }
  }

  public static Power of(Parameters parameters) {
    double power = 0;
    for (int week = 1; week <= parameters.mostWeeks(); week++) {
      power = after(week, parameters);
      if (power >= parameters.wanted()) {
        return new Power(OptionalInt.of(week), power, parameters);
      }
    }
    return new Power(OptionalInt.empty(), power, parameters);
  }

  /** The power after so many weeks of follow-up. */
  public static double after(int weeks, Parameters parameters) {
    double target = parameters.targetPerWeek();
    if (target == 0) {
      return 0;
    }
    double effect = parameters.drop() * target;
    double before = (target + parameters.controlPerWeek()) / parameters.weeksBefore();
    double since = (target - effect + parameters.controlPerWeek()) / weeks;
    double error = Math.sqrt(parameters.dispersion() * (before + since));
    return Normal.STANDARD.atMost(effect / error - Normal.twoSided(parameters.level()));
  }

  /** Share of draws of the events the two rates were measured on that name the same week. */
  public Stability stability(Stability.Parameters how, Progress progress) {
    return Stability.of(
        how,
        progress,
        () -> random -> of(parameters.redrawn(random)).earliestWeek().equals(earliestWeek));
  }
}
