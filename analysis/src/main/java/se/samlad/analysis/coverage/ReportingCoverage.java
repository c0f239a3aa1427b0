package se.samlad.analysis.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Is silence calm (Swedish: täckning)? Of the unit-weeks expected to report about an area, how many answered, and what
 * do the counts say once that is taken into account?
 *
 * <p>Counts stand beside effort: the rate is incidents per answered unit-week, so that a week nobody answered has no rate
 * rather than a rate of 0. Copying every unit leaves every rate as it was. Leaving out one unit at a time shows whether a
 * single one makes the picture; the trend compares each unit with itself over the weeks it answered, so that units who
 * stop at random do not bend it, and it is withheld when those who stopped reported at another level than those who went
 * on.
 *
 * <p>Edges: no expected unit-weeks, or none answered, give no share and no rate and a trend that cannot be judged; one
 * unit has no leave-one-out figure, which counts as a warning since it decides alone. The same unit and week twice is
 * refused. Weeks are named by their Monday, so that years with 53 weeks need no rule.
 *
 * <p>Cost: sorting the unit-weeks, and as many passes over them as there are units.
 *
 * <p>Source: the trend is the conditional Poisson model of Hausman, Hall & Griliches (1984), Econometrica 52:909-938, with
 * the dispersion of McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., section 6.2.
 */
public final class ReportingCoverage {

  /** What the judgements rest on. */
  public record Parameters(
      double warnAtInfluence,
      int minimumWeeks,
      int minimumIncidents,
      double minimumShare,
      double silentLevel) {

    /** Warn when one unit moves the rate by a quarter; 6 weeks, 10 incidents and a third of the answers for a trend. */
    public static final Parameters DEFAULT = new Parameters(0.25, 6, 10, 1.0 / 3, 0.05);
  }

  private final Parameters parameters;

  public ReportingCoverage(Parameters parameters) {
    this.parameters = parameters;
  }

  public static Result of(List<UnitWeek> unitWeeks) {
    return new ReportingCoverage(Parameters.DEFAULT).judge(unitWeeks);
  }

  public Result judge(List<UnitWeek> unitWeeks) {
    refuseDoubles(unitWeeks);
    List<UnitWeek> sorted = unitWeeks.stream()
        .sorted(Comparator.comparing(UnitWeek::week).thenComparing(UnitWeek::unit))
        .toList();
    Effort effort = Effort.of(sorted);
    List<Influence> influences = influences(sorted, effort);
    return new Result(
        effort,
        weeks(sorted),
        influences,
        warning(influences, effort),
        new UnitTrend(parameters).judge(sorted),
        parameters);
  }

  private static void refuseDoubles(List<UnitWeek> unitWeeks) {
    Set<List<Object>> seen = new HashSet<>();
    for (UnitWeek each : unitWeeks) {
      if (!seen.add(List.of(each.unit(), each.week()))) {
        throw new IllegalArgumentException(
            "%s has two rows for the week of %s".formatted(each.unit(), each.week()));
      }
    }
  }

  private static List<Week> weeks(List<UnitWeek> sorted) {
    Map<LocalDate, List<UnitWeek>> byWeek = new TreeMap<>();
    sorted.forEach(
        each -> byWeek.computeIfAbsent(each.week(), week -> new ArrayList<>()).add(each));
    return byWeek.entrySet().stream()
        .map(entry -> new Week(entry.getKey(), Effort.of(entry.getValue())))
        .toList();
  }

  private static List<Influence> influences(List<UnitWeek> sorted, Effort all) {
    return sorted.stream()
        .map(UnitWeek::unit)
        .distinct()
        .sorted()
        .flatMap(unit -> influence(unit, sorted, all).stream())
        .toList();
  }

  private static Optional<Influence> influence(String unit, List<UnitWeek> sorted, Effort all) {
    Effort without =
        Effort.of(sorted.stream().filter(each -> !each.unit().equals(unit)).toList());
    if (all.rate().isEmpty() || without.rate().isEmpty() || all.answered() == without.answered()) {
      return Optional.empty();
    }
    double rate = all.rate().getAsDouble();
    double rateWithout = without.rate().getAsDouble();
    return Optional.of(
        new Influence(unit, rateWithout, rate == rateWithout ? 0 : rate / rateWithout - 1));
  }

  private Warning warning(List<Influence> influences, Effort effort) {
    if (effort.answered() == 0) {
      return Warning.NOBODY_ANSWERED;
    }
    if (influences.isEmpty()) {
      return Warning.ONE_UNIT_ALONE;
    }
    boolean decided = influences.stream()
        .anyMatch(each -> Math.abs(each.change()) > parameters.warnAtInfluence());
    return decided ? Warning.ONE_UNIT_DECIDES : Warning.NONE;
  }

  /**
   * Counts beside effort.
   *
   * @param expected unit-weeks that were expected to answer
   * @param answered those that did
   * @param amount the effort of the answered ones, equal to their number when each weighs 1
   * @param incidents told of
   */
  public record Effort(int expected, int answered, double amount, int incidents) {

    static Effort of(List<UnitWeek> unitWeeks) {
      int answered = 0;
      double amount = 0;
      int incidents = 0;
      for (UnitWeek each : unitWeeks) {
        if (each.answered()) {
          answered++;
          amount += each.effort();
          incidents += each.incidents();
        }
      }
      return new Effort(unitWeeks.size(), answered, amount, incidents);
    }

    /** The answered part of the expected unit-weeks; empty when none was expected. */
    public OptionalDouble share() {
      return expected == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) answered / expected);
    }

    /** Incidents per unit of effort; empty when nobody answered, which is not the same as calm. */
    public OptionalDouble rate() {
      return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of(incidents / amount);
    }
  }

  /** One week, named by its Monday. */
  public record Week(LocalDate week, Effort effort) {}

  /**
   * What one unit does to the picture.
   *
   * @param rateWithout incidents per unit of effort when it is left out
   * @param change how much it adds to that rate: 0.5 is half as much again, infinite when the others saw nothing
   */
  public record Influence(String unit, double rateWithout, double change) {}

  /** Whether a single unit makes the picture. */
  public enum Warning {
    NONE,
    ONE_UNIT_DECIDES,
    ONE_UNIT_ALONE,
    NOBODY_ANSWERED
  }

  /**
   * The coverage of an area over a period.
   *
   * @param total all weeks together
   * @param weeks each expected week in order
   * @param influences each answering unit by name; empty when there are fewer than two
   */
  public record Result(
      Effort total,
      List<Week> weeks,
      List<Influence> influences,
      Warning warning,
      AdjustedTrend trend,
      Parameters parameters) {

    public Result {
      weeks = List.copyOf(weeks);
      influences = List.copyOf(influences);
    }

    public int n() {
      return total.expected();
    }

    /** The unit that moves the rate most, either way. */
    public Optional<Influence> strongest() {
      return influences.stream().max(Comparator.comparingDouble(each -> Math.abs(each.change())));
    }
  }

  /** Share of draws of every answer's incidents about what was told that give the same warning and the same word of the trend. */
  public Stability stability(
      List<UnitWeek> unitWeeks, Stability.Parameters how, Progress progress) {
    Result seen = judge(unitWeeks);
    double dispersion =
        seen.trend() instanceof AdjustedTrend.Judged judged ? Math.max(1, judged.dispersion()) : 1;
    return Stability.of(how, progress, () -> random -> {
      List<UnitWeek> drawn = unitWeeks.stream()
          .map(each -> new UnitWeek(
              each.unit(),
              each.week(),
              each.answered(),
              (int) Stability.redrawn(each.incidents(), dispersion, random),
              each.effort()))
          .toList();
      Result again = judge(drawn);
      return again.warning() == seen.warning()
          && again.trend().word().equals(seen.trend().word());
    });
  }
}
