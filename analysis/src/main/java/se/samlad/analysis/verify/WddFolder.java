package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.EffectDesign;
import se.samlad.analysis.effect.Estimate;
import se.samlad.analysis.effect.WeightedDisplacementDifference;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Weighted displacement differences, plain and weighted by harm. */
final class WddFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-10, 1);
  private static final double HARM_LEVEL = 0.95;

  @Override
  public String name() {
    return "wdd";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv cases = Csv.read(folder.resolve("cases.csv"));
    for (int row = 0; row < cases.size(); row++) {
      WeightedDisplacementDifference ours =
          WeightedDisplacementDifference.of(EffectDesign.ownControls(
              pair(cases, row, "t"),
              pair(cases, row, "c"),
              pair(cases, row, "dt"),
              pair(cases, row, "dc")));
      Expected reads = new Expected(cases, row, findings);
      Estimate total = ours.total();
      Estimate.Interval interval = total.interval(1 - cases.number(row, "alpha"));
      reads.compare("local part", TOLERANCE, "Est_Local", ours.local().value());
      reads.compare("local part", TOLERANCE, "SE_Local", ours.local().error());
      reads.compare(
          "displacement", TOLERANCE, "Est_Displace", ours.displacement().value());
      reads.compare(
          "displacement", TOLERANCE, "SE_Displace", ours.displacement().error());
      reads.compare("total", TOLERANCE, "Est_Total", total.value());
      reads.compare("total", TOLERANCE, "SE_Total", total.error());
      reads.compare("z", TOLERANCE, "Z", total.z());
      reads.compare("interval", TOLERANCE, "LowCI", interval.lower());
      reads.compare("interval", TOLERANCE, "HighCI", interval.upper());
    }
    if (Files.exists(folder.resolve("harm_input.csv"))) {
      checkHarm(folder, findings);
    }
  }

  private static BeforeAfter pair(Csv cases, int row, String area) {
    return BeforeAfter.of(cases.number(row, area + "_pre"), cases.number(row, area + "_post"))
        .over(
            cases.number(row, "time_pre"),
            cases.number(row, "time_post"),
            cases.number(row, "area_" + area));
  }

  private static void checkHarm(Path folder, Findings findings) {
    Csv types = Csv.read(folder.resolve("harm_input.csv"));
    List<Estimate> estimates = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int row = 0; row < types.size(); row++) {
      Estimate ours = WeightedDisplacementDifference.of(EffectDesign.withoutBuffer(
              BeforeAfter.of(types.number(row, "t_pre"), types.number(row, "t_post")),
              BeforeAfter.of(types.number(row, "c_pre"), types.number(row, "c_post"))))
          .local();
      Expected reads = new Expected(types, row, findings);
      reads.compare("per type of harm", TOLERANCE, "est", ours.value());
      reads.compare("per type of harm", TOLERANCE, "se", ours.error());
      estimates.add(ours);
      weights.add(types.number(row, "weight"));
    }
    Estimate sum = WeightedDisplacementDifference.harmWeighted(estimates, weights);
    Json expected = Json.read(folder.resolve("harm_expected.json"));
    findings
        .group("harm-weighted", TOLERANCE)
        .compare(expected.get("HarmEst").number(), sum.value())
        .compare(expected.get("SE_HarmEst").number(), sum.error())
        .compare(expected.get("Z").number(), sum.z())
        .compare(expected.get("LowCI").number(), sum.interval(HARM_LEVEL).lower())
        .compare(expected.get("HighCI").number(), sum.interval(HARM_LEVEL).upper());
  }
}
