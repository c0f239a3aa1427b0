package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Reference;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

class WeightedDisplacementDifferenceTest {
  private static final double TOLERANCE = 1e-10;

  @Test
  void agreesWithPtoolsAndThePaper() {
    Csv cases = Reference.csv("wdd", "cases.csv");
    for (int i = 0; i < cases.size(); i++) {
      double before = cases.number(i, "time_pre");
      double after = cases.number(i, "time_post");
      EffectDesign design = EffectDesign.ownControls(
          area(cases, i, "t", before, after),
          area(cases, i, "c", before, after),
          area(cases, i, "dt", before, after),
          area(cases, i, "dc", before, after));
      WeightedDisplacementDifference result = WeightedDisplacementDifference.of(design);
      String id = cases.text(i, "id");
      same(id, result.local().value(), cases.number(i, "Est_Local"));
      same(id, result.local().error(), cases.number(i, "SE_Local"));
      same(id, result.displacement().value(), cases.number(i, "Est_Displace"));
      same(id, result.displacement().error(), cases.number(i, "SE_Displace"));
      same(id, result.total().value(), cases.number(i, "Est_Total"));
      same(id, result.total().error(), cases.number(i, "SE_Total"));
      same(id, result.total().z(), cases.number(i, "Z"));
      Estimate.Interval interval = result.total().interval(1 - cases.number(i, "alpha"));
      same(id, interval.lower(), cases.number(i, "LowCI"));
      same(id, interval.upper(), cases.number(i, "HighCI"));
    }
  }

  private static BeforeAfter area(Csv cases, int row, String name, double before, double after) {
    return BeforeAfter.of(cases.number(row, name + "_pre"), cases.number(row, name + "_post"))
        .over(before, after, cases.number(row, "area_" + name));
  }

  private static void same(String id, double actual, double expected) {
    assertThat(actual)
        .as(id)
        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
  }

  @Test
  void harmWeightsAgreeWithPtools() {
    Csv types = Reference.csv("wdd", "harm_input.csv");
    List<Estimate> estimates = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      EffectDesign design = EffectDesign.withoutBuffer(
          BeforeAfter.of(types.number(i, "t_pre"), types.number(i, "t_post")),
          BeforeAfter.of(types.number(i, "c_pre"), types.number(i, "c_post")));
      estimates.add(WeightedDisplacementDifference.of(design).local());
      weights.add(types.number(i, "weight"));
      same("type " + i, estimates.get(i).error(), types.number(i, "se"));
    }
    Estimate harm = WeightedDisplacementDifference.harmWeighted(estimates, weights);
    Json expected = Json.read(Reference.folder("wdd").resolve("harm_expected.json"));
    same("harm", harm.value(), expected.get("HarmEst").number());
    same("harm", harm.error(), expected.get("SE_HarmEst").number());
    same("harm", harm.interval(0.95).lower(), expected.get("LowCI").number());
  }

  @Test
  void aSharedControlEntersTheTotalWithWeightFour() {
    BeforeAfter target = BeforeAfter.of(100, 60);
    BeforeAfter control = BeforeAfter.of(90, 80);
    BeforeAfter buffer = BeforeAfter.of(50, 55);
    WeightedDisplacementDifference shared =
        WeightedDisplacementDifference.of(EffectDesign.sharedControl(target, control, buffer));
    assertThat(shared.total().error()).isCloseTo(Math.sqrt(160 + 105 + 4 * 170), within(TOLERANCE));
    assertThat(shared.total().value()).isEqualTo(-40 + 10 + 5 + 10);
    assertThat(shared.events()).isEqualTo(160 + 105 + 170);
  }

  @Test
  void dispersionWidensByItsRoot() {
    EffectDesign design =
        EffectDesign.withoutBuffer(BeforeAfter.of(100, 60), BeforeAfter.of(90, 80));
    assertThat(WeightedDisplacementDifference.of(design, 4).local().error())
        .isCloseTo(
            2 * WeightedDisplacementDifference.of(design).local().error(), within(TOLERANCE));
  }

  @Test
  void nothingAnywhereIsNoChangeAndBrokenInputIsRefused() {
    EffectDesign empty = EffectDesign.withoutBuffer(BeforeAfter.of(0, 0), BeforeAfter.of(0, 0));
    assertThat(WeightedDisplacementDifference.of(empty).local()).isEqualTo(new Estimate(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> BeforeAfter.of(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> BeforeAfter.of(Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new BeforeAfter(1, 2, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedDisplacementDifference.of(empty, 0.5));
  }

  @Test
  void dispersionFromFewWeeksWidensTheIntervals() {
    EffectDesign design = EffectDesign.ownControls(
        BeforeAfter.of(200, 100),
        BeforeAfter.of(300, 300),
        BeforeAfter.of(100, 100),
        BeforeAfter.of(300, 300));
    Estimate known = WeightedDisplacementDifference.of(design, 2).local();
    Estimate few =
        WeightedDisplacementDifference.of(design, new WeeklySpread(2, 4)).local();
    assertThat(few.error()).isEqualTo(known.error());
    // Student's t with 4 degrees of freedom: 2.13185 errors to each side, not 1.64485
    assertThat(few.interval(0.90).upper() - few.value())
        .isCloseTo(2.131847 * few.error(), within(1e-4));
    assertThat(known.interval(0.90).upper() - known.value())
        .isCloseTo(1.644854 * known.error(), within(1e-4));
    assertThat(few.p()).isGreaterThan(known.p());
    assertThat(WeightedDisplacementDifference.of(design, new WeeklySpread(1, 0))
            .local()
            .freedom())
        .isInfinite();
  }
}
