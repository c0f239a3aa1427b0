package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.season.SeasonalFigure;
import se.samlad.analysis.season.Stl;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Seasonal-trend decompositions with every setting in parameters.json, and the classical figure of the season. */
final class StlFolder implements FolderKind {

  private static final double OF_DEVIATION = 1e-8;
  private static final double FIGURE = 1e-9;

  @Override
  public String name() {
    return "stl";
  }

  @Override
  public void check(Path folder, Findings findings) {
    double[] series = Csv.read(folder.resolve("input.csv")).numbers("value");
    Json parameters = Json.read(folder.resolve("parameters.json"));
    Csv expected = Csv.read(folder.resolve("expected_stl.csv"));
    int period = parameters.get("frequency").integer();
    double unit = deviation(series);
    parameters.fields().forEach((setting, values) -> {
      if (values instanceof Json.Obj) {
        Stl.Result ours = new Stl(parameters(setting, values, period)).decompose(series);
        ValueGroup group = findings.group(setting + ", in deviations", OF_DEVIATION);
        compare(group, expected.numbers(setting + "_seasonal"), ours.seasonal(), unit);
        compare(group, expected.numbers(setting + "_trend"), ours.trend(), unit);
        compare(group, expected.numbers(setting + "_remainder"), ours.remainder(), unit);
        if (expected.has(setting + "_weights")) {
          compare(group, expected.numbers(setting + "_weights"), ours.weights(), 1);
        }
      }
    });
    parameters
        .find("decompose_additive_figure")
        .ifPresent(json -> findings
            .group("additive figure", FIGURE)
            .compare(json.numbers(), SeasonalFigure.additive(series, period)));
    parameters
        .find("decompose_multiplicative_figure")
        .ifPresent(json -> findings
            .group("multiplicative figure", FIGURE)
            .compare(json.numbers(), SeasonalFigure.multiplicative(series, period)));
  }

  private static Stl.Parameters parameters(String setting, Json values, int period) {
    return new Stl.Parameters(
        period,
        smoother(values, "s"),
        smoother(values, "t"),
        smoother(values, "l"),
        setting.startsWith("periodic"),
        values.get("inner").integer(),
        values.get("outer").integer());
  }

  private static Stl.Smoother smoother(Json values, String part) {
    return new Stl.Smoother(
        values.get("windows").get(part).integer(),
        values.get("degree").get(part).integer(),
        values.get("jump").get(part).integer());
  }

  private static void compare(ValueGroup group, double[] expected, double[] ours, double unit) {
    group.compare(
        Arrays.stream(expected).map(value -> value / unit).toArray(),
        Arrays.stream(ours).map(value -> value / unit).toArray());
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
