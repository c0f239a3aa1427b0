package se.samlad.analysis.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.season.MonthIndex;
import se.samlad.analysis.table.Json;

/** {@code season}: a row per month with its index per day. */
final class SeasonMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "season";
  }

  @Override
  public String summary() {
    return "Which months have more than others, per day?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("date", "date", "the day of each event, as 2026-11-22"),
        Option.text("from", null, "first day of the period; that of the first event when left out"),
        Option.text("to", null, "last day of the period; that of the last event when left out"),
        Stable.draws(1000));
  }

  @Override
  public int mostRows() {
    return Input.ROW_LIMIT;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    List<LocalDate> days = Arrays.asList(input.dates(options.column("date")));
    if (days.isEmpty()) {
      throw new IllegalArgumentException("There are no events, and so no season");
    }
    LocalDate from = options
        .find("from")
        .map(SeasonMethod::day)
        .orElseGet(() -> days.stream().min(LocalDate::compareTo).orElseThrow());
    LocalDate to = options
        .find("to")
        .map(SeasonMethod::day)
        .orElseGet(() -> days.stream().max(LocalDate::compareTo).orElseThrow());
    requireInside(days, from, to);
    MonthIndex.Result result = MonthIndex.of(days, from, to);
    int[] months = new int[12];
    double[] index = new double[12];
    for (int i = 0; i < 12; i++) {
      months[i] = i + 1;
      index[i] = result.index(Month.of(i + 1)).orElse(Double.NaN);
    }
    Json.Obj parameters =
        Json.object().put("from", from.toString()).put("to", to.toString()).build();
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("highest", result.highest().map(Month::getValue).orElse(0));
    Stable.tell(facts, options, how -> result.stability(how, progress));
    return Outcome.table(facts.put("parameters", parameters).build(), 12)
        .put("month", months)
        .put("count", result.counts())
        .put("days", result.days())
        .put("index", index)
        .build();
  }

  private static void requireInside(List<LocalDate> days, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "The period ends on %s, before it begins on %s".formatted(to, from));
    }
    for (int row = 0; row < days.size(); row++) {
      if (days.get(row).isBefore(from) || days.get(row).isAfter(to)) {
        throw new IllegalArgumentException(
            "Row %d: %s is outside %s to %s".formatted(row + 1, days.get(row), from, to));
      }
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"%s\" is not a date as 2026-11-22".formatted(text), e);
    }
  }
}
