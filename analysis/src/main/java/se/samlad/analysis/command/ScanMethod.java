package se.samlad.analysis.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.interaction.Replicates;
import se.samlad.analysis.interaction.ScanCluster;
import se.samlad.analysis.interaction.ScanDistance;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.ScanWindow;
import se.samlad.analysis.interaction.SpaceTimePermutationScan;
import se.samlad.analysis.interaction.SpaceTimePoissonScan;
import se.samlad.analysis.interaction.SpatialScan;
import se.samlad.analysis.interaction.StandardisedExpected;
import se.samlad.analysis.table.Json;

/** {@code scan}: a row per cluster, with its circle. */
final class ScanMethod implements AnalyseMethod {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String summary() {
    return "Is there a place, at a time, with more than expected, when all circles and days are searched?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.text(
            "model",
            "permutation",
            "permutation (a row is an event), poisson, binomial or bernoulli (a row is a place)"),
        Option.column(
            "date",
            "date",
            "day of each row, 2026-11-22 or a number; makes poisson look at time as well"),
        Option.column("cases", "cases", "cases, for models with a row per place"),
        Option.column("expected", "expected", "expected cases, for poisson"),
        Option.column(
            "population", "population", "people, for binomial, and for poisson with covariates"),
        Option.text(
            "covariates",
            null,
            "columns, as age,sex, that tell kinds of people; for poisson, expected is then the population times its kind's cases per head"),
        Option.column("controls", "controls", "controls, for bernoulli"),
        Option.text("from", null, "first day of the study; the first in the input when not given"),
        Option.text("to", null, "last day of the study; the last in the input when not given"),
        Option.flag("retrospective", "windows anywhere in time, not only those that still go on"),
        Option.number("max-radius", "largest circle in metres; 1000 for permutation, else none"),
        Option.number("max-share", 0.5, "largest share of events, expected cases or population"),
        Option.whole("max-days", 14, "longest window, in days or whatever the dates step by"),
        Option.whole("min-cases", 3, "fewest cases of a cluster"),
        Option.whole("replicates", 999, "simulated data sets"),
        Stable.draws(100));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    return switch (options.text("model")) {
      case "permutation" -> permutation(input, options, progress);
      case "poisson" -> poisson(input, options, progress);
      case "binomial", "bernoulli" -> binomial(input, options, progress);
      default ->
        throw new IllegalArgumentException(
            "--model takes permutation, poisson, binomial or bernoulli, not \"%s\""
                .formatted(options.text("model")));
    };
  }

  private static ScanWindow window(Options options, double radius) {
    return new ScanWindow(
        options.findNumber("max-radius").orElse(radius),
        options.number("max-share"),
        options.whole("max-days"),
        options.flag("retrospective")
            ? ScanWindow.Direction.RETROSPECTIVE
            : ScanWindow.Direction.PROSPECTIVE,
        options.whole("min-cases"),
        ScanDistance.PLANE);
  }

  private static Replicates replicates(Options options) {
    return new Replicates(options.whole("replicates"), options.seed(), options.threads());
  }

  private Outcome permutation(Input input, Options options, Progress progress) {
    String column = options.column("date");
    int[] day = Days.wholeOf(input, column);
    boolean dates = Days.areDates(input, column);
    int first = border(options, "from", Arrays.stream(day).min().orElse(0));
    int last = border(options, "to", Arrays.stream(day).max().orElse(first));
    Input.Points places = input.points();
    SpaceTimePermutationScan scan =
        new SpaceTimePermutationScan(window(options, 1000), replicates(options));
    ScanResult result = scan.scan(places.x(), places.y(), day, first, last, progress);
    return table(
        result,
        options,
        at -> Days.text(at, dates),
        how -> scan.stability(result, places.x(), places.y(), day, how, progress));
  }

  private static int border(Options options, String name, int otherwise) {
    return options
        .find(name)
        .map(text -> {
          try {
            return text.length() == 10 && text.charAt(4) == '-'
                ? (int) LocalDate.parse(text).toEpochDay()
                : Integer.parseInt(text);
          } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                "--%s takes a date as 2026-11-22 or a number, not \"%s\"".formatted(name, text), e);
          }
        })
        .orElse(otherwise);
  }

  private Outcome poisson(Input input, Options options, Progress progress) {
    Input.Points places = input.points();
    double[] expected = expected(input, options);
    String date = options.column("date");
    if (input.has(date) || options.isGiven("date-column")) {
      CountsInTime counts = CountsInTime.of(
          places, Days.wholeOf(input, date), input.counts(options.column("cases")), expected);
      boolean dates = Days.areDates(input, date);
      SpaceTimePoissonScan scan =
          new SpaceTimePoissonScan(window(options, Double.POSITIVE_INFINITY), replicates(options));
      ScanResult result = counts.scan(scan, progress);
      return table(
          result,
          options,
          step -> Days.text(counts.dayOf(step), dates),
          how -> counts.stability(scan, result, how, progress));
    }
    double[] cases = input.numbers(options.column("cases"));
    SpatialScan scan = spatial(options);
    ScanResult result = scan.poisson(places.x(), places.y(), cases, expected, progress);
    return table(
        result,
        options,
        null,
        how ->
            scan.poissonStability(result, places.x(), places.y(), cases, expected, how, progress));
  }

  private static double[] expected(Input input, Options options) {
    Optional<String> covariates = options.find("covariates");
    if (covariates.isEmpty()) {
      return input.numbers(options.column("expected"));
    }
    String[] kind = new String[input.size()];
    Arrays.fill(kind, "");
    for (String column : covariates.get().split(",", -1)) {
      String[] values = input.texts(column);
      Arrays.setAll(kind, row -> kind[row] + (kind[row].isEmpty() ? "" : ", ") + values[row]);
    }
    return StandardisedExpected.ofRows(
        kind,
        input.numbers(options.column("cases"), 0, Double.MAX_VALUE),
        input.numbers(options.column("population"), 0, Double.MAX_VALUE));
  }

  private Outcome binomial(Input input, Options options, Progress progress) {
    Input.Points places = input.points();
    double[] cases = input.numbers(options.column("cases"));
    boolean people = options.text("model").equals("binomial");
    double[] others = input.numbers(options.column(people ? "population" : "controls"));
    double[] all = others.clone();
    Arrays.setAll(all, row -> people ? others[row] : others[row] + cases[row]);
    SpatialScan scan = spatial(options);
    ScanResult result = scan.binomial(places.x(), places.y(), cases, all, progress);
    return table(
        result,
        options,
        null,
        how -> scan.binomialStability(result, places.x(), places.y(), cases, all, how, progress));
  }

  private static SpatialScan spatial(Options options) {
    return new SpatialScan(window(options, Double.POSITIVE_INFINITY), replicates(options));
  }

  private Outcome table(
      ScanResult result,
      Options options,
      @Nullable IntFunction<String> day,
      Function<Stability.Parameters, Stability> stability) {
    List<ScanCluster> clusters = result.clusters();
    Json.Builder facts = facts(result, options);
    Stable.tell(facts, options, stability);
    Outcome.Table table = Outcome.table(facts.build(), clusters.size())
        .put("x", column(clusters, ScanCluster::x))
        .put("y", column(clusters, ScanCluster::y))
        .put("radius", column(clusters, ScanCluster::radius))
        .put("places", column(clusters, ScanCluster::places));
    if (day != null) {
      table
          .put("from", texts(clusters, cluster -> day.apply(cluster.firstDay())))
          .put("to", texts(clusters, cluster -> day.apply(cluster.lastDay())));
    }
    return table
        .put("cases", column(clusters, ScanCluster::cases))
        .put("expected", column(clusters, ScanCluster::expected))
        .put("ratio", column(clusters, ScanCluster::ratio))
        .put("statistic", column(clusters, ScanCluster::likelihoodRatio))
        .put("p", column(clusters, ScanCluster::p))
        .put("gumbelP", column(clusters, ScanCluster::gumbelP))
        .shapes(clusters.stream().map(ScanMethod::circle).toList())
        .build();
  }

  private Json.Builder facts(ScanResult result, Options options) {
    ScanWindow window = result.window();
    return Json.object()
        .put("method", name())
        .put("model", options.text("model"))
        .put("n", result.cases())
        .put("places", result.places())
        .put("p95OfMaxima", result.maxima().quantile(0.95))
        .put(
            "parameters",
            Json.object()
                .put("maxRadius", window.maxRadius())
                .put("maxShare", window.maxShare())
                .put("maxDays", window.maxDays())
                .put("direction", window.direction().name())
                .put("minCases", window.minCases())
                .put("replicates", result.replicates())
                .build())
        .put("found", result.isFound())
        .put("seed", result.seed());
  }

  private static double[] column(List<ScanCluster> clusters, ToDoubleFunction<ScanCluster> value) {
    return clusters.stream().mapToDouble(value).toArray();
  }

  private static String[] texts(List<ScanCluster> clusters, Function<ScanCluster, String> value) {
    List<String> texts = new ArrayList<>();
    clusters.forEach(cluster -> texts.add(value.apply(cluster)));
    return texts.toArray(String[]::new);
  }

  private static Geometry circle(ScanCluster cluster) {
    Point centre = SHAPES.createPoint(new Coordinate(cluster.x(), cluster.y()));
    return cluster.radius() == 0 ? centre : centre.buffer(cluster.radius(), 16);
  }
}
