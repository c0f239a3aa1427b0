package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samlad.analysis.effect.DifferenceInDifferences;
import se.samlad.analysis.effect.InterruptedTimeSeries;
import se.samlad.analysis.effect.NegativeBinomialSeries;
import se.samlad.analysis.effect.SimpleDifferences;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Difference in differences of a panel, and the interrupted series of its treated areas. */
final class DidItsFolder implements FolderKind {

  private static final double COEFFICIENTS = 1e-7;
  private static final double ERRORS = 1e-6;
  private static final double SIZE = 1e-4;
  /** The reference takes it with the weights of the last step but one, which its own stopping rule leaves this far off. */
  private static final Tolerance DISPERSION = Tolerance.relative(1e-5);

  private static final List<String> CELLS =
      List.of("(Intercept)", "treated", "post", "treated:post");

  @Override
  public String name() {
    return "did_its";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Json expected = Json.read(folder.resolve("expected.json"));
    checkPanel(Csv.read(folder.resolve("panel.csv")), expected, findings);
    checkSeries(Csv.read(folder.resolve("series.csv")), expected, findings);
  }

  private static void checkPanel(Csv table, Json expected, Findings findings) {
    List<DifferenceInDifferences.Week> panel = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      panel.add(new DifferenceInDifferences.Week(
          table.text(row, "area"),
          (int) table.number(row, "week"),
          table.number(row, "treated") == 1,
          table.number(row, "post") == 1,
          (int) table.number(row, "count")));
    }
    DifferenceInDifferences ours =
        DifferenceInDifferences.of(panel, new DifferenceInDifferences.Parameters(0.95, 0, 1, 1, 1));
    expected.find("did_twfe_poisson").ifPresent(did -> {
      findings
          .group("DiD estimate", COEFFICIENTS)
          .compare(did.get("estimate").number(), ours.effect().value());
      findings
          .group("DiD errors", ERRORS)
          .compare(did.get("se_model").number(), ours.modelError())
          .compare(did.get("se_cluster_HC0_noadj").number(), ours.clusterErrorUncorrected())
          .compare(did.get("se_cluster_HC1").number(), ours.effect().error());
      findings
          .group("DiD deviance", Tolerance.relative(COEFFICIENTS))
          .compare(did.get("deviance").number(), ours.deviance());
      findings
          .group("DiD degrees of freedom", Tolerance.exact())
          .compare(did.get("df").number(), ours.freedom());
    });
    SimpleDifferences simple = SimpleDifferences.of(panel);
    cells("2x2 Poisson", expected.find("did_2x2_poisson"), "se", simple.poisson(), findings);
    cells("2x2 OLS", expected.find("did_2x2_ols"), "se_hc1", simple.ordinary(), findings);
  }

  private static void cells(
      String group,
      Optional<Json> expected,
      String errors,
      SimpleDifferences.Coefficients ours,
      Findings findings) {
    expected.ifPresent(json -> {
      compare(
          findings.group(group + " coefficients", COEFFICIENTS),
          json.get("coef"),
          CELLS,
          ours.values());
      compare(findings.group(group + " errors", ERRORS), json.get(errors), CELLS, ours.errors());
    });
  }

  private static void checkSeries(Csv table, Json expected, Findings findings) {
    double[] counts = table.numbers("count");
    int before =
        (int) Arrays.stream(table.numbers("post")).filter(post -> post == 0).count();
    InterruptedTimeSeries.Parameters parameters = InterruptedTimeSeries.Parameters.of(before);
    InterruptedTimeSeries ours = InterruptedTimeSeries.of(counts, parameters);
    List<String> names = new ArrayList<>(ours.names());
    names.set(0, "(Intercept)");
    expected.find("its_quasipoisson").ifPresent(json -> {
      compare(
          findings.group("ITS coefficients", COEFFICIENTS),
          json.get("coef"),
          names,
          ours.coefficients());
      compare(
          findings.group("ITS quasi-Poisson errors", ERRORS),
          json.get("se"),
          names,
          ours.quasiErrors());
      findings
          .group("ITS dispersion", DISPERSION)
          .compare(json.get("dispersion").number(), ours.dispersion());
    });
    expected.find("its_poisson").ifPresent(json -> {
      compare(
          findings.group("ITS coefficients", COEFFICIENTS),
          json.get("coef"),
          names,
          ours.coefficients());
      compare(
          findings.group("ITS Poisson errors", ERRORS),
          json.get("se"),
          names,
          ours.poissonErrors());
      compare(
          findings.group("ITS Newey-West errors", ERRORS),
          json.get("se_neweywest4"),
          names,
          ours.neweyWestErrors());
      findings
          .group("ITS deviance and AIC", Tolerance.relative(COEFFICIENTS))
          .compare(json.get("deviance").number(), ours.deviance())
          .compare(json.get("aic").number(), ours.aic());
    });
    expected
        .find("its_negbin")
        .ifPresent(json -> checkNegativeBinomial(
            json, names, InterruptedTimeSeries.negativeBinomial(counts, parameters), findings));
  }

  private static void checkNegativeBinomial(
      Json expected, List<String> names, NegativeBinomialSeries ours, Findings findings) {
    // These follow the size, which the reference finds by iteration.
    compare(
        findings.group("ITS negative binomial", SIZE),
        expected.get("coef"),
        names,
        ours.coefficients());
    compare(
        findings.group("ITS negative binomial", SIZE), expected.get("se"), names, ours.errors());
    findings
        .group("ITS size of it", Tolerance.relative(SIZE))
        .compare(expected.get("theta").number(), ours.size())
        .compare(expected.get("se_theta").number(), ours.sizeError());
    findings
        .group("ITS log-likelihood", SIZE)
        .compare(expected.get("loglik").number(), ours.logLikelihood());
  }

  private static void compare(ValueGroup group, Json expected, List<String> names, double[] ours) {
    for (int i = 0; i < names.size(); i++) {
      group.compare(expected.get(names.get(i)).number(), ours[i]);
    }
  }
}
