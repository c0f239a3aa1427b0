package se.samlad.analysis.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.forecast.CellHistory;
import se.samlad.analysis.forecast.NextWeek;
import se.samlad.analysis.forecast.Ranking;
import se.samlad.analysis.forecast.StudyArea;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.table.Json;

/** {@code forecast}: the cells of next week by ranking and by plain count, never without what such lists were worth. */
final class ForecastMethod implements AnalyseMethod {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public String summary() {
    return "Which cells next week, beside last year's plain count, with measured accuracy?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("date", "date", "the day of each event"),
        Option.text("day", null, "first day of the week to forecast, needed"),
        Option.text(
            "area", null, "study area as minX,minY,maxX,maxY in metres, fixed beforehand, needed"),
        Option.number("cell", 250, "side of a cell in metres"),
        Option.number("half-life", 56, "days in which an event loses half its weight"),
        Option.whole("plain-days", 365, "days of the plain count"),
        Option.whole("flagged", 10, "cells to flag"),
        Option.whole("weeks", 26, "past weeks to test on"),
        Stable.draws(1000));
  }

  @Override
  public int mostRows() {
    return PlanePoints.MOST;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    LocalDate[] dates = input.dates(options.column("date"));
    Input.Points points = input.points();
    List<CellHistory.Event> events = new ArrayList<>();
    for (int row = 0; row < dates.length; row++) {
      events.add(new CellHistory.Event(dates[row], points.x()[row], points.y()[row]));
    }
    double[] bounds = bounds(options.text("area"));
    StudyArea area =
        StudyArea.covering(bounds[0], bounds[1], bounds[2], bounds[3], options.number("cell"));
    int plain = options.whole("plain-days");
    NextWeek nextWeek = new NextWeek(
        new Ranking.FadingCount(plain, options.number("half-life")),
        new Ranking.PlainCount(plain),
        options.whole("flagged"),
        options.whole("weeks"));
    CellHistory history = new CellHistory(area, events);
    NextWeek.Result result = nextWeek.forecast(history, day(options.text("day")));
    double[] stability = Stable.how(options).stream()
        .flatMap(how -> nextWeek.stability(result, history, how, progress).stream())
        .mapToDouble(Stability::share)
        .toArray();
    return outcome(result, stability, options);
  }

  private Outcome outcome(NextWeek.Result result, double[] stability, Options options) {
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("outside", result.outside())
        .put("weeksTested", result.tested().size())
        .put("ranking", accuracy(result.accuracy()))
        .put("plainCount", accuracy(result.plainAccuracy()))
        .put("p", result.pValue())
        .put("rankingPreferred", result.rankingPreferred())
        .put("draws", options.whole("draws"))
        .put("seed", options.seed())
        .put(
            "parameters",
            Json.object()
                .put("cell", options.number("cell"))
                .put("halfLife", options.number("half-life"))
                .put("plainDays", options.whole("plain-days"))
                .put("flagged", options.whole("flagged"))
                .put("area", options.text("area"))
                .build())
        .build();
    List<NextWeek.Scored> both = Stream.concat(
            result.byRanking().stream(), result.byPlainCount().stream())
        .toList();
    int rows = both.size();
    String[] list = new String[rows];
    Arrays.fill(list, 0, result.byRanking().size(), "ranking");
    Arrays.fill(list, result.byRanking().size(), rows, "plain_count");
    double[] stable = Arrays.copyOf(stability, rows);
    Arrays.fill(stable, stability.length, rows, Double.NaN);
    List<Geometry> shapes = new ArrayList<>();
    both.forEach(each -> shapes.add(SHAPES.createPoint(
        new Coordinate(result.area().centreX(each.cell()), result.area().centreY(each.cell())))));
    return Outcome.table(facts, rows)
        .put("list", list)
        .put("x", shapes.stream().mapToDouble(each -> each.getCoordinate().x).toArray())
        .put("y", shapes.stream().mapToDouble(each -> each.getCoordinate().y).toArray())
        .put("score", both.stream().mapToDouble(NextWeek.Scored::score).toArray())
        .put("stability", stable)
        .shapes(shapes)
        .build();
  }

  private static Json.Obj accuracy(NextWeek.Accuracy accuracy) {
    return Json.object()
        .put("events", accuracy.events())
        .put("hits", accuracy.hits())
        .put("pai", accuracy.pai())
        .put("pei", accuracy.pei())
        .build();
  }

  private static double[] bounds(String text) {
    try {
      double[] bounds =
          Stream.of(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (bounds.length == 4) {
        return bounds;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--area takes four numbers as minX,minY,maxX,maxY, not \"%s\"".formatted(text), e);
    }
    throw new IllegalArgumentException(
        "--area takes four numbers as minX,minY,maxX,maxY, not \"%s\"".formatted(text));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--day takes a date as 2026-11-23, not \"%s\"".formatted(text), e);
    }
  }
}
