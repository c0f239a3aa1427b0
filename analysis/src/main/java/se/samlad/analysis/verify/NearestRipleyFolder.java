package se.samlad.analysis.verify;

import java.nio.file.Path;
import se.samlad.analysis.cluster.NearestNeighbourIndex;
import se.samlad.analysis.cluster.RipleyK;
import se.samlad.analysis.cluster.RipleyK.Correction;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.Nearest;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Nearest neighbours, their index, and Ripley's K in a rectangle. */
final class NearestRipleyFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-9);
  /** The reference takes its p from 1, so that only sixteen decimals are left of a small one. */
  private static final Tolerance P = Tolerance.relative(1e-9, 1e-6);

  private static final Tolerance K = Tolerance.relative(1e-6, 1e-9);

  /** The reference prints the standard error with its constant rounded to 0.26136, and z with the full one. */
  private static final double ROUNDED = 0.26136 / Math.sqrt((4 - Math.PI) / (4 * Math.PI));

  @Override
  public String name() {
    return "nni_ripley";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("points.csv"));
    PlanePoints points = PlanePoints.of(input.numbers("x"), input.numbers("y"));
    Json expected = Json.read(folder.resolve("expected.json"));
    double[] x = expected.get("xrange").numbers();
    double[] y = expected.get("yrange").numbers();
    Rectangle window = new Rectangle(x[0], y[0], x[1], y[1]);
    NearestNeighbourIndex index = NearestNeighbourIndex.of(points, window, 1);
    findings
        .group("nearest-neighbour index", TOLERANCE)
        .compare(expected.get("mean_nn").number(), index.meanNearest())
        .compare(expected.get("expected_csr").number(), index.expected())
        .compare(expected.get("R").number(), index.index())
        .compare(expected.get("R_donnelly").number(), index.donnelly())
        .compare(expected.get("se").number(), index.standardError() * ROUNDED)
        .compare(expected.get("z").number(), index.z());
    findings
        .group("p two-sided", P)
        .compare(expected.get("p_two_sided").number(), index.pTwoSided());
    checkNearest(points, Csv.read(folder.resolve("expected_nn.csv")), findings);
    checkRipley(points, window, Csv.read(folder.resolve("expected_K.csv")), findings);
  }

  /** Which point is nearest is compared by its distance, as there may be several. */
  private static void checkNearest(PlanePoints points, Csv expected, Findings findings) {
    Nearest nearest = new KdTree(points).nearest(3, 1);
    int[] which = expected.integers("nnwhich");
    ValueGroup group = findings.group("nearest neighbours", TOLERANCE);
    for (int i = 0; i < which.length; i++) {
      group
          .compare(expected.number(i, "nn1"), nearest.distance(i, 1))
          .compare(expected.number(i, "nn2"), nearest.distance(i, 2))
          .compare(expected.number(i, "nn3"), nearest.distance(i, 3))
          .compare(
              Math.hypot(
                  points.x(i) - points.x(which[i] - 1), points.y(i) - points.y(which[i] - 1)),
              nearest.distance(i, 1));
    }
  }

  private static void checkRipley(
      PlanePoints points, Rectangle window, Csv expected, Findings findings) {
    double[] r = expected.numbers("r");
    findings
        .group("K without correction", K)
        .compare(
            expected.numbers("un"),
            RipleyK.of(points, window, r, Correction.NONE).k());
    findings
        .group("K by translation", K)
        .compare(
            expected.numbers("trans"),
            RipleyK.of(points, window, r, Correction.TRANSLATION).k());
    findings
        .group("K isotropic", K)
        .compare(
            expected.numbers("iso"),
            RipleyK.of(points, window, r, Correction.ISOTROPIC).k());
  }
}
