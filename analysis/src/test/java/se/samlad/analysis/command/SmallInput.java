package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A small good input of a method and the bad ones made of it.
 *
 * @param method its name
 * @param csv the good input
 * @param value the column of counts or values, empty without
 * @param options as name, value, name, value
 */
record SmallInput(String method, String csv, String value, List<String> options) {

  private static final String PLACES = """
      easting,northing,date
      600000,6600000,2026-01-05
      600120,6600040,2026-01-06
      600060,6600090,2026-01-12
      600300,6600200,2026-01-20
      600310,6600190,2026-01-21
      600290,6600215,2026-01-21
      600900,6600700,2026-02-02
      600880,6600650,2026-02-03
      """;

  private static final String WEEKS = "week,count\n"
      + "1,4\n2,5\n3,4\n4,6\n5,5\n6,4\n7,5\n8,9\n9,6\n10,4\n11,5\n12,3\n"
      + "13,4\n14,5\n15,7\n16,6\n17,5\n18,4\n19,5\n20,9\n";

  private static final String GRID = """
      col,row,value
      0,0,1
      1,0,2
      2,0,3
      0,1,4
      1,1,9
      2,1,5
      """;

  private static final String AREAS = """
      cases,population
      3,100
      30,1000
      2,50
      90,2000
      """;

  static List<SmallInput> all() {
    return List.of(
        of("kde", PLACES, "", "bandwidth", "150", "cell", "100"),
        of("gistar", GRID, "value"),
        of("moran", GRID, "value"),
        of("dbscan", PLACES, "", "eps", "100", "min-points", "3"),
        of("hdbscan", PLACES, "", "min-points", "2"),
        of("nni", PLACES, ""),
        of("concentration", "count\n5\n3\n2\n1\n", "count"),
        of("empirical-bayes", AREAS, "cases"),
        of("funnel", AREAS, "cases"),
        of("aoristic", """
            from,to
            2026-01-05T20:00,2026-01-05T22:00
            2026-01-06T20:30,2026-01-07T02:00
            2026-01-10T21:00,
            """, "", "draws", "50"),
        of("emerging", """
            col,row,t,count
            0,0,1,3
            1,0,2,4
            0,1,3,5
            1,1,4,9
            """, "count", "draws", "20"),
        of("mann-kendall", WEEKS, "count", "value-column", "count", "draws", "50"),
        of("season", PLACES, "", "draws", "50"),
        of("stl", WEEKS, "count", "value-column", "count", "period", "4", "draws", "20"),
        of("poisson", "count,expected\n3,2\n9,2\n1,4\n", "count"),
        of("ears", WEEKS, "count"),
        of("cusum", WEEKS, "count", "from", "10"),
        of("farrington", WEEKS, "count"),
        of("scan", PLACES, "", "replicates", "19", "draws", "5"),
        of("knox", PLACES, "", "permutations", "19"),
        of("did", did(), "count", "draws", "50", "permutations", "10"),
        of("its", WEEKS, "count", "before", "10", "harmonics", "0", "draws", "50"),
        of("rate-ratio", "x1,T1,x0,T0\n5,10,12,10\n9,10,3,10\n", "x1", "draws", "50"),
        of("wdd", "t_pre,t_post,c_pre,c_post\n90,40,60,61\n30,29,40,42\n", "t_pre", "draws", "50"),
        of(
            "wdq",
            "R_before,R_after,D_before,D_after,C_before,C_after\n90,40,30,31,60,61\n40,30,30,39,60,70\n",
            "C_before",
            "draws",
            "50"),
        of("accuracy", "pred,count,area\n3,2,1\n1,0,1\n2,4,1\n", "count", "draws", "50"),
        of("coverage", """
            unit,week,incidents
            school,2026-11-02,3
            school,2026-11-09,2
            guards,2026-11-02,5
            guards,2026-11-09,
            """, "incidents", "draws", "20"),
        of(
            "forecast",
            PLACES,
            "",
            "day",
            "2026-02-04",
            "area",
            "600000,6600000,601000,6601000",
            "plain-days",
            "14",
            "weeks",
            "1",
            "flagged",
            "2",
            "draws",
            "20"),
        of("patrol", """
            name,score,easting,northing
            station,0,600000,6600000
            square,5,600300,6600200
            school,3,600900,6600700
            """, "score", "draws", "5"));
  }

  private static SmallInput of(String method, String csv, String value, String... options) {
    return new SmallInput(method, csv, value, List.of(options));
  }

  private static String did() {
    StringBuilder rows = new StringBuilder("area,week,treated,post,count\n");
    for (int area = 0; area < 4; area++) {
      for (int week = 1; week <= 6; week++) {
        rows.append("a%d,%d,%d,%d,%d%n"
            .formatted(
                area, week, area % 2, week > 3 ? 1 : 0, 3 + (area * week + week * week) % 5));
      }
    }
    return rows.toString();
  }

  /** What the method says to the good input and to each bad one, in order. */
  List<String> answers() {
    List<String> answers = new ArrayList<>();
    inputs().forEach((name, text) -> answers.add(name + ": " + answer(text)));
    return answers;
  }

  private String answer(String text) {
    try {
      Outcome outcome = Analyse.run(method, text, options.toArray(String[]::new));
      return "answered with %d rows".formatted(outcome.rows());
    } catch (IllegalArgumentException e) {
      return "refused: " + e.getMessage();
    }
  }

  private Map<String, String> inputs() {
    List<String> rows = csv.lines().toList();
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("good", csv);
    inputs.put("none", text(rows.subList(0, 1)));
    inputs.put("one", text(rows.subList(0, 2)));
    inputs.put("two", text(rows.subList(0, 3)));
    inputs.put("identical", text(rows, 1, cells -> rows.get(1).split(",", -1)));
    if (!value.isEmpty()) {
      inputs.put("all zero", set(value, 1, "0"));
      inputs.put("below 0", set(value, 2, "-3"));
      inputs.put("not a number", set(value, 2, "NaN"));
      inputs.put("infinite", set(value, 2, "Infinity"));
      inputs.put("missing", setOnly(value, 2, ""));
    }
    if (column("easting") >= 0) {
      inputs.put("collinear", set("northing", 1, "6600000"));
      inputs.put("place not a number", set("easting", 2, "NaN"));
      inputs.put("degrees as metres", set("northing", 2, "59.3"));
      inputs.put("swapped", csv.replace("easting,northing", "northing,easting"));
    }
    if (column("date") >= 0) {
      inputs.put("leap day", csv.replaceAll("2026-..-..", "2028-02-29"));
      inputs.put("no such day", csv.replaceAll("2026-..-..", "2026-02-30"));
    }
    if (column("from") >= 0) {
      inputs.put("spring night", "from,to\n2026-03-29T01:30,2026-03-29T03:30\n");
      inputs.put("skipped hour", "from,to\n2026-03-29T02:30,2026-03-29T02:45\n");
      inputs.put("autumn night", "from,to\n2026-10-25T01:30,2026-10-25T03:30\n");
      inputs.put("ends before it begins", "from,to\n2026-03-29T05:00,2026-03-29T04:00\n");
    }
    return inputs;
  }

  private int column(String name) {
    return Arrays.asList(csv.lines().findFirst().orElseThrow().split(",", -1)).indexOf(name);
  }

  /** The column set from that row on, counted from 1. */
  private String set(String column, int from, String to) {
    int at = column(column);
    return text(csv.lines().toList(), from, cells -> {
      cells[at] = to;
      return cells;
    });
  }

  private String setOnly(String column, int row, String to) {
    List<String> rows = new ArrayList<>(csv.lines().toList());
    String[] cells = rows.get(row).split(",", -1);
    cells[column(column)] = to;
    rows.set(row, String.join(",", cells));
    return text(rows);
  }

  private static String text(List<String> rows, int from, UnaryOperator<String[]> change) {
    List<String> changed = new ArrayList<>(rows);
    for (int row = from; row < rows.size(); row++) {
      changed.set(row, String.join(",", change.apply(rows.get(row).split(",", -1))));
    }
    return text(changed);
  }

  private static String text(List<String> rows) {
    return String.join("\n", rows) + "\n";
  }

  @Override
  public String toString() {
    return method;
  }
}
