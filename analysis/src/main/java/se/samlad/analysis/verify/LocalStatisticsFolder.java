package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import se.samlad.analysis.autocorrelation.GearyC;
import se.samlad.analysis.autocorrelation.GetisOrd;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.GlobalG;
import se.samlad.analysis.autocorrelation.GlobalMoran;
import se.samlad.analysis.autocorrelation.GlobalMoran.Chance;
import se.samlad.analysis.autocorrelation.GlobalStatistic;
import se.samlad.analysis.autocorrelation.LocalMoran;
import se.samlad.analysis.autocorrelation.LocalMoran.Divisor;
import se.samlad.analysis.autocorrelation.LocalMoran.Moments;
import se.samlad.analysis.autocorrelation.LocalMoran.Quadrant;
import se.samlad.analysis.autocorrelation.LocalMoran.Surroundings;
import se.samlad.analysis.autocorrelation.Permutations;
import se.samlad.analysis.autocorrelation.Weighting;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Getis-Ord Gi and Gi*, local Moran's I, and the global statistics; permutations in {@link PermutationCheck}. */
final class LocalStatisticsFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-9, 1);

  @Override
  public String name() {
    return "gistar_lisa";
  }

  @Override
  public void check(Path folder, Findings findings) {
    double[] x = Csv.read(folder.resolve("input.csv")).numbers("value");
    Neighbours neighbours = PairsFile.read(folder, x.length);
    Csv expected = Csv.read(folder.resolve("expected_local.csv"));
    checkGetisOrd(x, neighbours, expected, findings);
    checkMoran(x, neighbours, expected, findings);
    Json global = Json.read(folder.resolve("expected_global.json"));
    checkGlobal(x, neighbours, global, findings);
    Path other = folder.resolve("expected_esda.csv");
    if (Files.exists(other)) {
      checkOther(x, neighbours, Csv.read(other), findings);
    }
    new PermutationCheck(x, neighbours, global.get("nsim").integer())
        .check(Csv.read(folder.resolve("expected_permutation.csv")), findings);
  }

  private static void checkGetisOrd(
      double[] x, Neighbours neighbours, Csv expected, Findings findings) {
    GetisOrd.Result star = GetisOrd.giStar(x, neighbours);
    compare(findings, expected, "gistar", star.z());
    compare(findings, expected, "gistar_p2", star.p());
    compare(findings, expected, "gistar_p_fdr", star.adjusted());
    double[] p = star.p();
    double[] all = new double[p.length];
    double[] near = new double[p.length];
    Arrays.setAll(all, i -> Math.min(1, p.length * p[i]));
    Arrays.setAll(near, i -> Math.min(1, (neighbours.degree(i) + 1) * p[i]));
    compare(findings, expected, "gistar_p_bonf", all);
    compare(findings, expected, "gistar_p_fdr_local", near);
    GetisOrd rows = new GetisOrd(Form.GI_STAR, Weighting.ROW_STANDARDISED, Permutations.NONE);
    compare(findings, expected, "gistar_rowstd", rows.of(x, neighbours).z());
    GetisOrd plain = new GetisOrd(Form.GI, Weighting.BINARY, Permutations.NONE);
    compare(findings, expected, "gi", plain.of(x, neighbours).z());
  }

  private static void checkMoran(
      double[] x, Neighbours neighbours, Csv expected, Findings findings) {
    LocalMoran.Parameters byLags = LocalMoran.Parameters.DEFAULT.with(Surroundings.MEAN_OF_LAGS);
    LocalMoran.Result conditional = new LocalMoran(byLags).statistics(x, neighbours);
    compare(findings, expected, "Ii", conditional.statistic());
    moments(findings, expected, "cond", conditional.moment());
    compare(findings, expected, "Ii_p_fdr", conditional.moment().adjusted());
    String[] quadrants = expected.texts("quadrant");
    for (int i = 0; i < quadrants.length; i++) {
      findings
          .group("quadrant", 0)
          .same(
              quadrants[i].toUpperCase(Locale.ROOT).replace('-', '_'),
              conditional.quadrants()[i].name());
    }
    moments(
        findings,
        expected,
        "total",
        new LocalMoran(byLags.with(Moments.TOTAL)).statistics(x, neighbours).moment());
  }

  private static void moments(
      Findings findings, Csv expected, String kind, LocalMoran.Moment ours) {
    compare(findings, expected, "Ii_E_" + kind, ours.expectation());
    compare(findings, expected, "Ii_Var_" + kind, ours.variance());
    compare(findings, expected, "Ii_Z_" + kind, ours.z());
    compare(findings, expected, "Ii_p2_" + kind, ours.p());
  }

  private static void checkGlobal(
      double[] x, Neighbours neighbours, Json expected, Findings findings) {
    GlobalStatistic moran = GlobalMoran.of(x, neighbours);
    GlobalStatistic normal =
        GlobalMoran.of(x, neighbours, Weighting.ROW_STANDARDISED, Chance.NORMALITY);
    Json theirs = expected.get("moran");
    findings
        .group("global Moran", TOLERANCE)
        .compare(theirs.get("I").number(), moran.value())
        .compare(theirs.get("E").number(), moran.expectation())
        .compare(theirs.get("Var_randomisation").number(), moran.variance())
        .compare(theirs.get("Z_randomisation").number(), moran.z())
        .compare(theirs.get("p_greater").number(), moran.pGreater())
        .compare(theirs.get("Var_normality").number(), normal.variance())
        .compare(theirs.get("Z_normality").number(), normal.z());
    GlobalStatistic geary = GearyC.of(x, neighbours);
    findings
        .group("Geary C", TOLERANCE)
        .compare(expected.get("geary").get("C").number(), geary.value())
        .compare(expected.get("geary").get("E").number(), geary.expectation())
        .compare(expected.get("geary").get("Var").number(), geary.variance());
    GlobalStatistic g = GlobalG.of(x, neighbours);
    findings
        .group("global G", TOLERANCE)
        .compare(expected.get("globalG").get("G").number(), g.value())
        .compare(expected.get("globalG").get("E").number(), g.expectation())
        .compare(expected.get("globalG").get("Var").number(), g.variance())
        .compare(expected.get("globalG").get("Z").number(), g.z());
  }

  private static void checkOther(
      double[] x, Neighbours neighbours, Csv expected, Findings findings) {
    LocalMoran.Result less = new LocalMoran(LocalMoran.Parameters.DEFAULT.with(Divisor.N_MINUS_1))
        .statistics(x, neighbours);
    findings
        .group("esda: Gi* z", TOLERANCE)
        .compare(expected.numbers("gistar_z"), GetisOrd.giStar(x, neighbours).z());
    findings
        .group("esda: Is by n - 1", TOLERANCE)
        .compare(expected.numbers("Is"), less.statistic());
    findings
        .group("esda: quadrant", 0)
        .compare(
            expected.integers("q"),
            Arrays.stream(less.quadrants())
                .mapToInt(LocalStatisticsFolder::number)
                .toArray());
  }

  private static int number(Quadrant quadrant) {
    return switch (quadrant) {
      case HIGH_HIGH -> 1;
      case LOW_HIGH -> 2;
      case LOW_LOW -> 3;
      case HIGH_LOW -> 4;
    };
  }

  private static void compare(Findings findings, Csv expected, String column, double[] ours) {
    findings.group(column, TOLERANCE).compare(expected.numbers(column), ours);
  }
}
