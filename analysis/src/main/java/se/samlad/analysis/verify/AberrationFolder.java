package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.Cusum;
import se.samlad.analysis.aberration.Ears;
import se.samlad.analysis.aberration.Farrington1996;
import se.samlad.analysis.aberration.FarringtonWeek;
import se.samlad.analysis.aberration.FlexibleFarrington;
import se.samlad.analysis.aberration.FlexibleFarrington.Threshold;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** EARS, CUSUM and Farrington on a weekly series. Of an expected file only the weeks it lists are read beforehand. */
final class AberrationFolder implements FolderKind {

  private static final Tolerance DIGITS = Tolerance.relative(1e-9);
  private static final Tolerance FITTED = Tolerance.relative(1e-6);
  /** Logarithms, slopes and p values about zero are compared as they are. */
  private static final Tolerance FITTED_SMALL = Tolerance.relative(1e-6, 1e-2);

  @Override
  public String name() {
    return "aberration";
  }

  @Override
  public void check(Path folder, Findings findings) {
    int[] counts = Csv.read(folder.resolve("input.csv")).integers("count");
    Json parameters = Json.read(folder.resolve("parameters.json"));
    ears(counts, Csv.read(folder.resolve("expected_ears.csv")), findings);
    cusum(counts, Csv.read(folder.resolve("expected_cusum.csv")), findings);
    Csv farrington = Csv.read(folder.resolve("expected_farrington.csv"));
    flexible(counts, parameters, farrington, findings);
    old(counts, parameters, farrington, findings);
  }

  private static int first(Csv expected) {
    return expected.integers("t")[0] - 1;
  }

  private static void ears(int[] counts, Csv expected, Findings findings) {
    for (Ears.Method method : Ears.Method.values()) {
      Ears.Parameters usual = Ears.Parameters.of(method).withLeastDeviation(0);
      ears(counts, expected, method.name(), usual, findings);
    }
    Ears.Parameters wide = Ears.Parameters.of(Ears.Method.C1)
        .withBaseline(14)
        .withLeastDeviation(0.5)
        .withAlpha(0.01);
    ears(counts, expected, "C1_b14_minsigma0.5_a0.01", wide, findings);
  }

  private static void ears(
      int[] counts, Csv expected, String column, Ears.Parameters parameters, Findings findings) {
    List<Ears.Week> weeks = Ears.run(counts, first(expected), parameters).weeks();
    findings
        .group("EARS " + column + " bound", DIGITS)
        .compare(
            expected.numbers(column + "_upper"),
            weeks.stream().mapToDouble(Ears.Week::upper).toArray());
    findings
        .group("EARS " + column + " alarm", Tolerance.exact())
        .compare(
            expected.integers(column + "_alarm"),
            weeks.stream().mapToInt(week -> week.alarm() ? 1 : 0).toArray());
  }

  private static void cusum(int[] counts, Csv expected, Findings findings) {
    for (Cusum.Transform transform : Cusum.Transform.values()) {
      String column = "cusum_" + transform.name().toLowerCase(Locale.ROOT);
      List<Cusum.Week> weeks = Cusum.run(
              counts, first(expected), Cusum.Parameters.defaults().withTransform(transform))
          .weeks();
      findings
          .group("CUSUM " + transform + " bound", DIGITS)
          .compare(
              expected.numbers(column + "_upper"),
              weeks.stream().mapToDouble(Cusum.Week::upper).toArray());
      findings
          .group("CUSUM " + transform + " alarm", Tolerance.exact())
          .compare(
              expected.integers(column + "_alarm"),
              weeks.stream().mapToInt(week -> week.alarm() ? 1 : 0).toArray());
    }
  }

  private static void flexible(int[] counts, Json parameters, Csv expected, Findings findings) {
    FlexibleFarrington.Parameters chosen = flexible(parameters);
    for (Threshold threshold : Threshold.values()) {
      List<FarringtonWeek> weeks = FlexibleFarrington.run(
              counts, first(expected), chosen.withThreshold(threshold), Progress.silent())
          .weeks();
      String column = "flex_"
          + switch (threshold) {
            case NB_PLUGIN -> "nbPlugin";
            case MUAN -> "muan";
            case DELTA -> "delta";
          };
      bounds("Farrington " + column, expected, column, weeks, Double.NaN, findings);
      if (threshold == Threshold.NB_PLUGIN) {
        model(expected, weeks, findings);
      }
    }
  }

  private static void model(Csv expected, List<FarringtonWeek> weeks, Findings findings) {
    compare("expected", expected.numbers("flex_mu0"), weeks, FarringtonWeek::expected, findings);
    compare(
        "dispersion", expected.numbers("flex_phi"), weeks, FarringtonWeek::dispersion, findings);
    compare("trend", expected.numbers("flex_trend"), weeks, FarringtonWeek::trend, findings);
    compare("p value", expected.numbers("flex_pvalue"), weeks, FarringtonWeek::p, findings);
    compare(
        "expected, if enough events",
        expected.numbers("flex_expected"),
        weeks,
        week -> Double.isNaN(week.upper()) ? Double.NaN : week.expected(),
        findings);
    // the reference's score of these thresholds keeps the expected count on the logarithmic scale
    compare(
        "score",
        expected.numbers("flex_score"),
        weeks,
        week ->
            (week.count() - Math.log(week.expected())) / (week.bound() - Math.log(week.expected())),
        findings);
  }

  private static void compare(
      String what,
      double[] expected,
      List<FarringtonWeek> weeks,
      java.util.function.ToDoubleFunction<FarringtonWeek> ours,
      Findings findings) {
    findings
        .group("Farrington flex " + what, FITTED_SMALL)
        .compare(expected, weeks.stream().mapToDouble(ours).toArray());
  }

  private static void old(int[] counts, Json parameters, Csv expected, Findings findings) {
    Json given = parameters.get("farrington1996");
    Json recent = parameters.get("farrington").get("limit54");
    Farrington1996.Parameters chosen = new Farrington1996.Parameters(
        given.get("b").integer(),
        given.get("w").integer(),
        given.get("reweight").bool(),
        given.get("trend").bool(),
        given.get("alpha").number(),
        (int) recent.numbers()[0],
        (int) recent.numbers()[1],
        parameters.get("freq").integer());
    List<FarringtonWeek> weeks =
        Farrington1996.run(counts, first(expected), chosen, Progress.silent()).weeks();
    bounds("Farrington 1996", expected, "farrington1996", weeks, 0, findings);
  }

  /** The reference writes weeks with too few events in its own way. */
  private static void bounds(
      String name,
      Csv expected,
      String column,
      List<FarringtonWeek> weeks,
      double tooFew,
      Findings findings) {
    double[] ours = weeks.stream()
        .mapToDouble(week -> Double.isNaN(week.upper()) ? tooFew : week.upper())
        .toArray();
    findings.group(name + " bound", FITTED).compare(expected.numbers(column + "_upper"), ours);
    findings
        .group(name + " alarm", Tolerance.exact())
        .compare(
            expected.integers(column + "_alarm"),
            weeks.stream().mapToInt(week -> week.alarm() ? 1 : 0).toArray());
  }

  private static FlexibleFarrington.Parameters flexible(Json parameters) {
    Json given = parameters.get("farrington");
    double[] recent = given.get("limit54").numbers();
    return new FlexibleFarrington.Parameters(
        given.get("b").integer(),
        given.get("w").integer(),
        given.get("noPeriods").integer(),
        given.get("pastWeeksNotIncluded").integer(),
        given.get("weightsThreshold").number(),
        true,
        given.get("pThresholdTrend").number(),
        given.get("alpha").number(),
        Threshold.NB_PLUGIN,
        (int) recent[0],
        (int) recent[1],
        parameters.get("freq").integer());
  }
}
