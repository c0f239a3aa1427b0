package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.analysis.table.Json;

/**
 * The weekly series of an input: a row per week, oldest first; with a column of names several series, each in the order of
 * its own rows.
 */
final class WeeklySeries {

  static final List<Option> OPTIONS = List.of(
      Option.column("count", "count", "events of a week; empty or NA for a week without data"),
      Option.column(
          "series", "series", "name of the series a row belongs to; without it there is one"),
      Option.whole("from", "first week of a series to judge, counted from 1; all when left out"));

  private final List<String> names = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();
  private final boolean named;

  private WeeklySeries(boolean named) {
    this.named = named;
  }

  static WeeklySeries read(Input input, Options options) {
    String column = options.column("series");
    WeeklySeries series = new WeeklySeries(options.isGiven("series-column") || input.has(column));
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < input.size(); row++) {
      String name = series.named ? input.text(row, column) : "";
      rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
    }
    double[] values = input.numbersOrMissing(options.column("count"));
    rows.forEach((name, its) -> {
      series.names.add(name);
      series.counts.add(
          its.stream().mapToInt(row -> count(values[row], row, options)).toArray());
    });
    return series;
  }

  private static int count(double value, int row, Options options) {
    if (Double.isNaN(value)) {
      return PooledDispersion.MISSING;
    }
    if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Row %d: column %s has %s, which is not a whole number from 0"
              .formatted(row + 1, options.column("count"), Outcome.plain(value)));
    }
    return (int) value;
  }

  /** The first week to judge, counted from 0. */
  static int from(Options options, int weeks) {
    long from = options.findWhole("from").orElse(1);
    if (from < 1 || from > Math.max(1, weeks)) {
      throw new IllegalArgumentException(
          "--from must be from 1 to %d, not %d".formatted(Math.max(1, weeks), from));
    }
    return (int) from - 1;
  }

  int size() {
    return counts.size();
  }

  int[] counts(int series) {
    return counts.get(series);
  }

  /** The rows of an answer, gathered week by week. */
  final class Rows {
    private final List<String> name = new ArrayList<>();
    private final List<Integer> week = new ArrayList<>();
    private final List<Integer> count = new ArrayList<>();
    private final List<Boolean> alarm = new ArrayList<>();
    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    Rows week(int series, int weekFromZero, int itsCount, boolean itsAlarm) {
      name.add(names.get(series));
      week.add(weekFromZero + 1);
      count.add(itsCount);
      alarm.add(itsAlarm);
      return this;
    }

    Rows put(String column, double value) {
      numbers.computeIfAbsent(column, key -> new ArrayList<>()).add(value);
      return this;
    }

    Rows put(String column, String value) {
      words.computeIfAbsent(column, key -> new ArrayList<>()).add(value);
      return this;
    }

    int alarms() {
      return (int) alarm.stream().filter(each -> each).count();
    }

    /** What all methods of weekly series tell of themselves, and the rows. */
    Outcome outcome(String method, Input input, Json.Obj parameters) {
      return outcome(Json.object()
          .put("method", method)
          .put("n", input.size())
          .put("series", size())
          .put("alarms", alarms())
          .put("parameters", parameters)
          .build());
    }

    Outcome outcome(Json.Obj facts) {
      Outcome.Table table = Outcome.table(facts, week.size());
      if (named) {
        table.put("series", name.toArray(String[]::new));
      }
      table.put("week", ints(week));
      table.put(
          "count",
          count.stream()
              .mapToDouble(each -> each == PooledDispersion.MISSING ? Double.NaN : each)
              .toArray());
      numbers.forEach((column, values) ->
          table.put(column, values.stream().mapToDouble(Double::doubleValue).toArray()));
      words.forEach((column, values) -> table.put(column, values.toArray(String[]::new)));
      return table
          .put("alarm", alarm.stream().mapToInt(each -> each ? 1 : 0).toArray())
          .build();
    }

    private static int[] ints(List<Integer> values) {
      return values.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  Rows rows() {
    return new Rows();
  }
}
