package se.samlad.analysis.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samlad.analysis.coverage.AdjustedTrend.CannotBeJudged;
import se.samlad.analysis.coverage.AdjustedTrend.Reason;

/** The trend within units: how each one's answered weeks share its own incidents, given a common change per week. */
final class UnitTrend {

  private static final double NORMAL_95 = 1.6448536269514722;
  private static final int MAX_STEPS = 100;

  private final ReportingCoverage.Parameters parameters;

  UnitTrend(ReportingCoverage.Parameters parameters) {
    this.parameters = parameters;
  }

  AdjustedTrend judge(List<UnitWeek> sorted) {
    List<UnitWeek> answered = sorted.stream().filter(UnitWeek::answered).toList();
    if (answered.stream().map(UnitWeek::week).distinct().count() < parameters.minimumWeeks()) {
      return new CannotBeJudged(Reason.TOO_FEW_WEEKS);
    }
    if (answered.stream().mapToInt(UnitWeek::incidents).sum() < parameters.minimumIncidents()) {
      return new CannotBeJudged(Reason.TOO_FEW_INCIDENTS);
    }
    SilentUnits silent = SilentUnits.of(sorted);
    if (silent.smallestShare() < parameters.minimumShare()) {
      return new CannotBeJudged(Reason.TOO_FEW_ANSWERS);
    }
    if (silent.differ(parameters.silentLevel())) {
      return new CannotBeJudged(Reason.SILENT_DIFFER);
    }
    return fit(units(answered));
  }

  private AdjustedTrend fit(List<Unit> units) {
    double slope = 0;
    double information = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double score = 0;
      information = 0;
      for (Unit unit : units) {
        double[] moments = unit.moments(slope);
        score += unit.weightedTime() - unit.incidents() * moments[0];
        information += unit.incidents() * moments[1];
      }
      if (!(information > 1e-9)) {
        return new CannotBeJudged(Reason.TOO_FEW_INCIDENTS);
      }
      double move = Math.clamp(score / information, -1, 1);
      slope += move;
      if (Math.abs(move) < 1e-12) {
        break;
      }
    }
    double dispersion = dispersion(units, slope);
    double margin = NORMAL_95 * Math.sqrt(dispersion / information);
    return new AdjustedTrend.Judged(
        Math.exp(slope), Math.exp(slope - margin), Math.exp(slope + margin), dispersion);
  }

  private static double dispersion(List<Unit> units, double slope) {
    double chiSquare = 0;
    int freedom = -1;
    for (Unit unit : units) {
      double[] expected = unit.expected(slope);
      for (int i = 0; i < expected.length; i++) {
        double difference = unit.counts[i] - expected[i];
        chiSquare += difference * difference / expected[i];
      }
      freedom += expected.length - 1;
    }
    return freedom > 0 ? Math.max(1, chiSquare / freedom) : 1;
  }

  /** Units that answered at least twice and told of something: the others carry nothing about change. */
  private static List<Unit> units(List<UnitWeek> answered) {
    LocalDate origin = answered.get(0).week();
    Map<String, List<UnitWeek>> byUnit = new TreeMap<>();
    answered.forEach(
        each -> byUnit.computeIfAbsent(each.unit(), unit -> new ArrayList<>()).add(each));
    return byUnit.values().stream()
        .map(weeks -> Unit.of(weeks, origin))
        .filter(unit -> unit.counts.length > 1 && unit.incidents() > 0)
        .toList();
  }

  private static final class Unit {
    private final double[] weeks;
    private final double[] counts;
    private final double[] efforts;

    private Unit(double[] weeks, double[] counts, double[] efforts) {
      this.weeks = weeks;
      this.counts = counts;
      this.efforts = efforts;
    }

    static Unit of(List<UnitWeek> answered, LocalDate origin) {
      return new Unit(
          answered.stream()
              .mapToDouble(each -> ChronoUnit.WEEKS.between(origin, each.week()))
              .toArray(),
          answered.stream().mapToDouble(UnitWeek::incidents).toArray(),
          answered.stream().mapToDouble(UnitWeek::effort).toArray());
    }

    double incidents() {
      double sum = 0;
      for (double count : counts) {
        sum += count;
      }
      return sum;
    }

    double weightedTime() {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * weeks[i];
      }
      return sum;
    }

    /** Mean and variance of the week an incident of this unit falls in, given the slope. */
    double[] moments(double slope) {
      double[] shares = shares(slope);
      double mean = 0;
      for (int i = 0; i < shares.length; i++) {
        mean += shares[i] * weeks[i];
      }
      double variance = 0;
      for (int i = 0; i < shares.length; i++) {
        variance += shares[i] * (weeks[i] - mean) * (weeks[i] - mean);
      }
      return new double[] {mean, variance};
    }

    double[] expected(double slope) {
      double[] expected = shares(slope);
      double incidents = incidents();
      for (int i = 0; i < expected.length; i++) {
        expected[i] *= incidents;
      }
      return expected;
    }

    private double[] shares(double slope) {
      double[] shares = new double[weeks.length];
      double middle = (weeks[0] + weeks[weeks.length - 1]) / 2;
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = efforts[i] * Math.exp(slope * (weeks[i] - middle));
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
      return shares;
    }
  }
}
