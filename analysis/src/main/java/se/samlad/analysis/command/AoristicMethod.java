package se.samlad.analysis.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.season.AoristicWeek;
import se.samlad.analysis.season.TimeSpan;
import se.samlad.analysis.table.Json;

/** {@code aoristic}: a row per hour of the week. */
final class AoristicMethod implements AnalyseMethod {

  private static final int ROWS_BETWEEN_REPORTS = 100_000;

  @Override
  public String name() {
    return "aoristic";
  }

  @Override
  public String summary() {
    return "At which hours of the week do things happen, when only an interval is known?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("from", "from", "first possible time, as 2026-11-22T18:30"),
        Option.column("to", "to", "last possible time; where it is empty the first"),
        Option.text("zone", "Europe/Stockholm", "time zone whose clock names the hours"),
        Stable.draws(1000));
  }

  @Override
  public int mostRows() {
    return Input.ROW_LIMIT;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    ZoneId zone = zone(options.text("zone"));
    AoristicWeek week = new AoristicWeek(zone);
    for (int row = 0; row < input.size(); row++) {
      week.add(span(input, row, options, zone));
      if (row % ROWS_BETWEEN_REPORTS == 0) {
        progress.done(row, input.size());
      }
    }
    AoristicWeek.Result result = week.result();
    Json.Builder told = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("moments", result.moments())
        .put("longerThanAWeek", result.longerThanAWeek())
        .put("busiestWeekday", DayOfWeek.of(result.busiest() / 24 + 1).name())
        .put("busiestHour", result.busiest() % 24);
    Stable.tell(told, options, how -> result.stability(how, progress));
    Json.Obj facts =
        told.put("parameters", Json.object().put("zone", zone.getId()).build()).build();
    double[] share = result.weights();
    String[] days = new String[share.length];
    int[] hours = new int[share.length];
    for (int i = 0; i < share.length; i++) {
      days[i] = DayOfWeek.of(i / 24 + 1).name();
      hours[i] = i % 24;
      share[i] = result.share(DayOfWeek.of(i / 24 + 1), i % 24);
    }
    return Outcome.table(facts, share.length)
        .put("weekday", days)
        .put("hour", hours)
        .put("weight", result.weights())
        .put("share", share)
        .build();
  }

  private static TimeSpan span(Input input, int row, Options options, ZoneId zone) {
    Instant from = input.moment(row, options.column("from"), zone);
    String to = options.column("to");
    boolean open =
        !input.has(to) && !options.isGiven("to-column") || input.text(row, to).isEmpty();
    Instant until = open ? from : input.moment(row, to, zone);
    try {
      return new TimeSpan(from, until);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Row %d: %s".formatted(row + 1, e.getMessage()), e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("There is no time zone \"%s\"".formatted(name), e);
    }
  }
}
