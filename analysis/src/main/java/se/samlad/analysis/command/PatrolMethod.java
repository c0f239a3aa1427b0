package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.patrol.Crew;
import se.samlad.analysis.patrol.PatrolPlan;
import se.samlad.analysis.patrol.PatrolPlanner;
import se.samlad.analysis.patrol.TravelTimes;
import se.samlad.analysis.patrol.Visit;
import se.samlad.analysis.table.Json;

/** {@code patrol}: a row per stop in the order it is made; the first row of the input is where the cars start. */
final class PatrolMethod implements AnalyseMethod {

  /** The travel times take the square of it. */
  private static final int MOST_PLACES = 2000;

  @Override
  public String name() {
    return "patrol";
  }

  @Override
  public String summary() {
    return "Which places to visit in which order, within the shift, for the most expected score?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column(
            "name", "name", "name of the place; the first row is where the cars start and end"),
        Option.column("score", "score", "what a visit is expected to be worth"),
        Option.column("minutes", "minutes", "how long a visit takes; 15 without the column"),
        Option.column(
            "opens", "opens", "earliest minute of the shift it may begin; any without the column"),
        Option.column("closes", "closes", "latest minute it may end; any without the column"),
        Option.column(
            "object", "object", "object the place belongs to, for crews bound to some; none else"),
        Option.file(
            "crews",
            "a row per car: name, from and to (minutes of its shift), and where wanted start and end (names of places; the first row else) and objects it may serve, as torget+skolan"),
        Option.whole("cars", 1, "without crews: cars on the same shift"),
        Option.number("shift", 240, "without crews: length of the shift in minutes"),
        Option.number("speed", 30, "travel speed in km/h"),
        Option.number("detour", 1.3, "how much longer the way is than the straight line"),
        Option.whole("rounds", 2000, "rounds of the search beyond 13 stops"),
        Stable.draws(20));
  }

  @Override
  public int mostRows() {
    return MOST_PLACES;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    if (input.size() == 0) {
      throw new IllegalArgumentException("The first row should say where the cars start");
    }
    Input.Points points = input.points();
    double[][] places = new double[input.size()][];
    for (int row = 0; row < places.length; row++) {
      places[row] = new double[] {points.x()[row], points.y()[row]};
    }
    List<Crew> crews = options
        .file("crews")
        .map(file -> PatrolCrews.of(file, input.texts(options.column("name"))))
        .orElseGet(() -> PatrolCrews.alike(options.whole("cars"), options.number("shift")));
    TravelTimes travel =
        TravelTimes.straight(places, options.number("speed"), options.number("detour"));
    PatrolPlanner.Parameters standard = PatrolPlanner.Parameters.of(options.seed());
    PatrolPlanner.Parameters parameters = new PatrolPlanner.Parameters(
        options.seed(), options.whole("rounds"), standard.tolerance(), standard.exactVisits());
    PatrolPlanner planner = new PatrolPlanner(parameters);
    List<Visit> visits = visits(input, options);
    PatrolPlan plan = planner.plan(visits, crews, travel, progress);
    double[] stability = Stable.how(options).stream()
        .flatMap(how -> planner.stability(plan, visits, crews, travel, how, progress).stream())
        .mapToDouble(Stability::share)
        .toArray();
    return outcome(plan, stability, crews, input, options);
  }

  private static List<Visit> visits(Input input, Options options) {
    List<Visit> visits = new ArrayList<>();
    for (int row = 1; row < input.size(); row++) {
      try {
        visits.add(new Visit(
            input.text(row, options.column("name")),
            row,
            input.number(row, options.column("score")),
            or(input, row, options, "minutes", 15),
            or(input, row, options, "opens", Double.NEGATIVE_INFINITY),
            or(input, row, options, "closes", Double.POSITIVE_INFINITY),
            input.has(options.column("object")) ? input.text(row, options.column("object")) : ""));
      } catch (IllegalArgumentException e) {
        throw Rows.named(row, e);
      }
    }
    return visits;
  }

  private static double or(Input input, int row, Options options, String name, double standard) {
    String column = options.column(name);
    boolean there = input.has(column) || options.isGiven(name + "-column");
    return there && !input.text(row, column).isEmpty() ? input.number(row, column) : standard;
  }

  private Outcome outcome(
      PatrolPlan plan, double[] stability, List<Crew> crews, Input input, Options options) {
    List<Geometry> all = input.shapes();
    List<Geometry> shapes = new ArrayList<>();
    List<String> cars = new ArrayList<>();
    List<PatrolPlan.Stop> stops = new ArrayList<>();
    plan.routes()
        .forEach(route -> route.stops().forEach(stop -> {
          cars.add(route.crew().name());
          stops.add(stop);
          shapes.add(all.get(stop.visit().location()));
        }));
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", plan.n())
        .put("score", plan.score())
        .put("upperBound", plan.upperBound())
        .put("gap", plan.gap())
        .put("exact", plan.exact())
        .put("draws", options.whole("draws"))
        .put("seed", plan.seed())
        .put(
            "parameters",
            Json.object()
                .put("crews", crews.size())
                .put(
                    "minutes",
                    crews.stream().mapToDouble(each -> each.to() - each.from()).sum())
                .put("speed", options.number("speed"))
                .put("detour", options.number("detour"))
                .put("rounds", options.whole("rounds"))
                .build())
        .build();
    return Outcome.table(facts, stops.size())
        .put("car", cars.toArray(String[]::new))
        .put("name", stops.stream().map(stop -> stop.visit().name()).toArray(String[]::new))
        .put("arrives", stops.stream().mapToDouble(PatrolPlan.Stop::arrives).toArray())
        .put("begins", stops.stream().mapToDouble(PatrolPlan.Stop::begins).toArray())
        .put("leaves", stops.stream().mapToDouble(PatrolPlan.Stop::leaves).toArray())
        .put("score", stops.stream().mapToDouble(stop -> stop.visit().score()).toArray())
        .put(
            "stability",
            stability.length == 0
                ? none(stops.size())
                : stops.stream()
                    .mapToDouble(stop -> stability[stop.visit().location() - 1])
                    .toArray())
        .shapes(shapes)
        .build();
  }

  private static double[] none(int rows) {
    double[] none = new double[rows];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
