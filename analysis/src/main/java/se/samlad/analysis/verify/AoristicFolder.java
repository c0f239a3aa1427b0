package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import se.samlad.analysis.season.AoristicWeek;
import se.samlad.analysis.season.TimeSpan;
import se.samlad.analysis.table.Csv;

/** Weights over the 168 hours of the week. The reference has no daylight saving, so its times are read as UTC. */
final class AoristicFolder implements FolderKind {

  private static final double TOLERANCE = 1e-9;

  @Override
  public String name() {
    return "aoristic";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv events = Csv.read(folder.resolve("events.csv"));
    List<TimeSpan> spans =
        IntStream.range(0, events.size()).mapToObj(row -> span(events, row)).toList();
    double[] sums = AoristicWeek.of(spans, ZoneOffset.UTC).weights();
    Csv expected = Csv.read(folder.resolve("expected_weekhour.csv"));
    int[] hours = expected.integers("weekhour");
    for (int i = 0; i < hours.length; i++) {
      findings
          .group("sum per hour of the week", TOLERANCE)
          .compare(expected.number(i, "sum"), sums[hours[i]]);
    }
    checkWeights(folder, events, spans, findings);
  }

  private static void checkWeights(
      Path folder, Csv events, List<TimeSpan> spans, Findings findings) {
    double[][] ours = new double[spans.size()][];
    for (int i = 0; i < ours.length; i++) {
      ours[i] = AoristicWeek.weightsOf(spans.get(i), ZoneOffset.UTC);
    }
    List<String> ids = List.of(events.texts("id"));
    double[][] expected = new double[spans.size()][AoristicWeek.HOURS];
    Csv weights = Csv.read(folder.resolve("expected_weights.csv"));
    for (int row = 0; row < weights.size(); row++) {
      int event = ids.indexOf(weights.text(row, "id"));
      expected[event][(int) weights.number(row, "weekhour")] = weights.number(row, "weight");
    }
    for (int i = 0; i < ours.length; i++) {
      findings.group("weight per event and hour", TOLERANCE).compare(expected[i], ours[i]);
    }
  }

  private static TimeSpan span(Csv events, int row) {
    String from = events.text(row, "from");
    String to = events.text(row, "to");
    return new TimeSpan(utc(from), utc(to.isBlank() || to.equals("NA") ? from : to));
  }

  private static java.time.Instant utc(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
