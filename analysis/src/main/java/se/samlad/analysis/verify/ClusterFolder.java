package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.analysis.cluster.Dbscan;
import se.samlad.analysis.cluster.Hdbscan;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/**
 * DBSCAN: core flags, noise and the partition of the core points are the same up to the numbers. HDBSCAN*: core distances
 * and tree weight, and labels by the adjusted Rand index, which must reach what two other programs reach between them less
 * 0.05, as labels are not unique when edges of equal weight are taken one by one.
 */
final class ClusterFolder implements FolderKind {

  private static final Pattern DBSCAN = Pattern.compile("eps([0-9.]+)_min([0-9]+)_core");
  private static final Pattern HDBSCAN = Pattern.compile("min([0-9]+)_core_dist");
  private static final Tolerance TOLERANCE = Tolerance.relative(1e-9, 1);
  private static final double ALLOWED = 0.05;

  @Override
  public String name() {
    return "dbscan_hdbscan";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("points.csv"));
    PlanePoints points = PlanePoints.of(input.numbers("easting"), input.numbers("northing"));
    checkDbscan(folder, points, findings);
    Csv theirs = Csv.read(folder.resolve("expected_hdbscan.csv"));
    Json facts = Json.read(folder.resolve("expected_hdbscan.json"));
    Path other = folder.resolve("expected_hdbscan_py.csv");
    Csv python = Files.exists(other) ? Csv.read(other) : theirs;
    int largest = 0;
    for (String column : theirs.columns()) {
      Matcher matcher = HDBSCAN.matcher(column);
      if (matcher.matches()) {
        int minPts = Integer.parseInt(matcher.group(1));
        largest = Math.max(largest, minPts);
        String setting = "min" + minPts;
        Hdbscan.Result ours = Hdbscan.of(points, minPts);
        findings
            .group("HDBSCAN core distance", TOLERANCE)
            .compare(theirs.numbers(column), ours.coreDistances());
        findings
            .group("HDBSCAN tree weight", TOLERANCE)
            .compare(facts.get(setting).get("mst_weight").number(), ours.treeWeight());
        checkLabels(theirs, python, setting, ours.labels(), findings);
      }
    }
    findings
        .group("distance to the k-th nearest", TOLERANCE)
        .compare(
            Csv.read(folder.resolve("expected_knn.csv")).numbers("knn"),
            new KdTree(points).distancesToNearest(largest - 1, 1));
  }

  private static void checkLabels(
      Csv theirs, Csv python, String setting, int[] ours, Findings findings) {
    int[] first = theirs.integers(setting + "_cluster");
    boolean same = !python.has(setting + "_label");
    int[] second = same ? first : python.integers(setting + "_label");
    double between = AdjustedRand.of(first, second);
    double reached = Math.max(AdjustedRand.of(first, ours), AdjustedRand.of(second, ours));
    findings.group("HDBSCAN labels, adjusted Rand index", 0).atLeast(between - ALLOWED, reached);
  }

  private static void checkDbscan(Path folder, PlanePoints points, Findings findings) {
    Csv expected = Csv.read(folder.resolve("expected_dbscan.csv"));
    Json facts = Json.read(folder.resolve("expected_dbscan.json"));
    for (String column : expected.columns()) {
      Matcher matcher = DBSCAN.matcher(column);
      if (matcher.matches()) {
        double eps = Double.parseDouble(matcher.group(1));
        Dbscan.Result ours = Dbscan.of(points, eps, Integer.parseInt(matcher.group(2)));
        String setting = column.substring(0, column.length() - "_core".length());
        checkCore(expected, setting, ours, findings);
        Json counts = facts.get(setting);
        findings
            .group("DBSCAN clusters, noise, core points", 0)
            .compare(counts.get("clusters").number(), ours.clusters())
            .compare(counts.get("noise").number(), ours.noise())
            .compare(counts.get("core").number(), count(ours.core()));
      }
    }
  }

  private static void checkCore(
      Csv expected, String setting, Dbscan.Result ours, Findings findings) {
    int[] core = expected.integers(setting + "_core");
    int[] cluster = expected.integers(setting + "_cluster");
    int[] labels = ours.labels();
    boolean[] ourCore = ours.core();
    Map<Integer, Integer> toOurs = new HashMap<>();
    Map<Integer, Integer> toTheirs = new HashMap<>();
    for (int i = 0; i < core.length; i++) {
      findings.group("DBSCAN core flag", 0).compare(core[i], ourCore[i] ? 1 : 0);
      findings.group("DBSCAN noise", 0).same(cluster[i] == 0, labels[i] == 0);
      if (core[i] == 1) {
        int known =
            toOurs.computeIfAbsent(cluster[i], theirs -> labels[first(cluster, core, theirs)]);
        int back = toTheirs.computeIfAbsent(labels[i], own -> cluster[first(labels, core, own)]);
        findings
            .group("DBSCAN partition of core points", 0)
            .compare(known, labels[i])
            .compare(back, cluster[i]);
      }
    }
  }

  /** The first core point with this label. */
  private static int first(int[] labels, int[] core, int label) {
    int i = 0;
    while (labels[i] != label || core[i] != 1) {
      i++;
    }
    return i;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
