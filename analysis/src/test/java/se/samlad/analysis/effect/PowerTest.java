package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;

class PowerTest {
  @Test
  void simulatedFollowUpsShowTheDropAsOftenAsPromised() {
    Power.Parameters parameters = Power.Parameters.of(12, 40, 26);
    int week = Power.of(parameters).earliestWeek().orElseThrow();
    int shown = 0;
    for (int i = 0; i < 4000; i++) {
      SeededRandom random = SeededRandom.stream(3, i);
      EffectDesign design = EffectDesign.withoutBuffer(
          new BeforeAfter(
              random.nextPoisson(12 * 26), random.nextPoisson(12 * 0.6 * week), 26, week),
          new BeforeAfter(random.nextPoisson(40 * 26), random.nextPoisson(40.0 * week), 26, week));
      Verdict verdict = Verdict.of(design, Verdict.Parameters.defaults(week).withDraws(0));
      shown += verdict.effect() == Verdict.Effect.FEWER ? 1 : 0;
    }
    assertThat(shown / 4000.0).isCloseTo(Power.after(week, parameters), within(0.03));
    assertThat(Power.after(week, parameters)).isGreaterThanOrEqualTo(0.8);
    assertThat(Power.after(week - 1, parameters)).isLessThan(0.8);
  }

  @Test
  void clumpsAndShortHistoriesTakeLonger() {
    Power.Parameters parameters = Power.Parameters.of(20, 60, 26);
    int week = Power.of(parameters).earliestWeek().orElseThrow();
    assertThat(Power.of(parameters.withDispersion(2)).earliestWeek().orElseThrow())
        .isGreaterThan(week);
    assertThat(Power.of(Power.Parameters.of(20, 60, 13)).earliestWeek().orElse(999))
        .isGreaterThan(week);
  }

  @Test
  void tooLittleToSeeGivesNoWeek() {
    assertThat(Power.of(Power.Parameters.of(0, 5, 26)).earliestWeek()).isEmpty();
    assertThat(Power.of(Power.Parameters.of(0.2, 30, 4)).earliestWeek()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Power.Parameters.of(Double.NaN, 5, 26));
  }
}
