package se.samlad.analysis.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samlad.analysis.Progress;
import se.samlad.analysis.coverage.AdjustedTrend;
import se.samlad.analysis.coverage.ReportingCoverage;
import se.samlad.analysis.coverage.ReportingCoverage.Week;
import se.samlad.analysis.coverage.UnitWeek;
import se.samlad.analysis.table.Json;

/** {@code coverage}: a row per week with how many of the expected units answered. */
final class CoverageMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public String summary() {
    return "Is silence calm: who answered of those expected to, and where does the adjusted trend go?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("unit", "unit", "the unit expected to report"),
        Option.column("week", "week", "the Monday of the week, as 2026-11-23"),
        Option.column(
            "incidents",
            "incidents",
            "incidents told of, 0 for nothing to report; empty when silent"),
        Option.column(
            "effort", "effort", "how much looking stands behind the answer; 1 without the column"),
        Stable.draws(1000));
  }

  @Override
  public int mostRows() {
    return 200_000;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    List<UnitWeek> unitWeeks = unitWeeks(input, options);
    ReportingCoverage coverage = new ReportingCoverage(ReportingCoverage.Parameters.DEFAULT);
    ReportingCoverage.Result result = coverage.judge(unitWeeks);
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("answered", result.total().answered())
        .put("incidents", result.total().incidents())
        .put("share", result.total().share().orElse(Double.NaN))
        .put("rate", result.total().rate().orElse(Double.NaN))
        .put("warning", result.warning().name().toLowerCase(Locale.ROOT))
        .put("trend", trend(result.trend()));
    result
        .strongest()
        .ifPresent(
            unit -> facts.put("strongestUnit", unit.unit()).put("strongestChange", unit.change()));
    Stable.tell(facts, options, how -> coverage.stability(unitWeeks, how, progress));
    ReportingCoverage.Parameters parameters = result.parameters();
    facts.put(
        "parameters",
        Json.object()
            .put("warnAtInfluence", parameters.warnAtInfluence())
            .put("minimumWeeks", parameters.minimumWeeks())
            .put("minimumIncidents", parameters.minimumIncidents())
            .put("minimumShare", parameters.minimumShare())
            .put("silentLevel", parameters.silentLevel())
            .build());
    List<Week> weeks = result.weeks();
    return Outcome.table(facts.build(), weeks.size())
        .put("week", weeks.stream().map(each -> each.week().toString()).toArray(String[]::new))
        .put(
            "expected",
            weeks.stream().mapToInt(each -> each.effort().expected()).toArray())
        .put(
            "answered",
            weeks.stream().mapToInt(each -> each.effort().answered()).toArray())
        .put(
            "incidents",
            weeks.stream().mapToInt(each -> each.effort().incidents()).toArray())
        .put(
            "rate",
            weeks.stream()
                .mapToDouble(each -> each.effort().rate().orElse(Double.NaN))
                .toArray())
        .build();
  }

  private static Json.Obj trend(AdjustedTrend trend) {
    return switch (trend) {
      case AdjustedTrend.Judged judged ->
        Json.object()
            .put("word", judged.direction().name().toLowerCase(Locale.ROOT))
            .put("factorPerWeek", judged.factorPerWeek())
            .put("lower", judged.low())
            .put("upper", judged.high())
            .put("dispersion", judged.dispersion())
            .build();
      case AdjustedTrend.CannotBeJudged reason ->
        Json.object()
            .put("word", "cannot_be_judged")
            .put("reason", reason.reason().name().toLowerCase(Locale.ROOT))
            .build();
    };
  }

  private static List<UnitWeek> unitWeeks(Input input, Options options) {
    String[] units = input.texts(options.column("unit"));
    LocalDate[] weeks = input.dates(options.column("week"));
    double[] incidents = input.numbersOrMissing(options.column("incidents"));
    String effort = options.column("effort");
    boolean weighed = input.has(effort) || options.isGiven("effort-column");
    List<UnitWeek> unitWeeks = new ArrayList<>();
    for (int row = 0; row < units.length; row++) {
      boolean answered = !Double.isNaN(incidents[row]);
      if (answered
          && (incidents[row] != Math.rint(incidents[row])
              || incidents[row] < 0
              || incidents[row] > Integer.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "Row %d: column %s has %s, which is not a whole number from 0"
                .formatted(row + 1, options.column("incidents"), Outcome.plain(incidents[row])));
      }
      try {
        unitWeeks.add(new UnitWeek(
            units[row],
            weeks[row],
            answered,
            answered ? (int) incidents[row] : 0,
            weighed && answered ? input.number(row, effort) : 1));
      } catch (IllegalArgumentException e) {
        throw Rows.named(row, e);
      }
    }
    return unitWeeks;
  }
}
