package se.samlad.benchmarks.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws every row and writes the table: {@code --towns 2000 --seed 20260105 --threads 2 --draws 1000 [--page FILE]}. The
 * page's lines between its two markers are replaced; without a page the table is printed. Progress goes to stderr. Ends
 * with 0 also when a row does not hold: the table says so.
 */
public final class Calibrate {
  static final String BEGIN = "<!-- table begins -->";
  static final String END = "<!-- table ends -->";

  private Calibrate() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> given = options(arguments);
    Settings settings = new Settings(
        Integer.parseInt(given.getOrDefault("--towns", "2000")),
        Long.parseLong(given.getOrDefault("--seed", "20260105")),
        Integer.parseInt(given.getOrDefault("--threads", "2")),
        Integer.parseInt(given.getOrDefault("--draws", "1000")));
    String table = table(settings, rows(settings));
    if (given.containsKey("--page")) {
      Path page = Path.of(given.get("--page"));
      Files.writeString(page, between(Files.readString(page), table));
    } else {
      System.out.print(table);
    }
  }

  static List<Row> rows(Settings settings) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(timed("counts", () -> new CountRows(settings).rows()));
    rows.addAll(timed("alarms", () -> AlarmRows.rows(settings)));
    rows.addAll(timed("hotspots", () -> new HotspotRows(settings).rows()));
    rows.addAll(timed("verdicts", () -> new VerdictRows(settings).rows()));
    return rows;
  }

  private static List<Row> timed(String name, java.util.function.Supplier<List<Row>> work) {
    long start = System.nanoTime();
    List<Row> rows = work.get();
    System.err.printf(
        "%s: %d rows in %.0f s%n", name, rows.size(), (System.nanoTime() - start) / 1e9);
    return rows;
  }

  static String table(Settings settings, List<Row> rows) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%d towns a row, seed %d, %d draws for a word's certainty. %d rows with a demand, %d do not hold.%n"
            .formatted(
                settings.towns(),
                settings.seed(),
                settings.draws(),
                rows.stream().filter(row -> row.demand() != Demand.NONE).count(),
                rows.stream().filter(row -> !row.holds()).count()));
    Map<String, List<Row>> sections = rows.stream()
        .collect(Collectors.groupingBy(Row::section, LinkedHashMap::new, Collectors.toList()));
    sections.forEach((section, its) -> {
      out.append("%n### %s%n%n".formatted(section));
      out.append("| Town | Measured | Share | ± | Cases | Asked | Holds |\n");
      out.append("|---|---|---|---|---|---|---|\n");
      its.forEach(row -> out.append(row.markdown()).append('\n'));
    });
    return out.toString();
  }

  static String between(String page, String table) {
    int from = page.indexOf(BEGIN);
    int to = page.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("the page lacks %s or %s".formatted(BEGIN, END));
    }
    return page.substring(0, from + BEGIN.length()) + "\n" + table + page.substring(to);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!List.of("--towns", "--seed", "--threads", "--draws", "--page").contains(arguments[i])
          || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "options are --towns N --seed N --threads N --draws N --page FILE, not "
                + arguments[i]);
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    return given;
  }
}
