package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.effect.Verdict.Effect;
import se.samlad.analysis.effect.Verdict.Movement;
import se.samlad.analysis.effect.Verdict.Parameters;

class VerdictTest {
  private static final Parameters EIGHT_WEEKS = Parameters.defaults(8);

  private static Verdict of(double targetAfter, double bufferAfter) {
    return Verdict.of(
        EffectDesign.ownControls(
            BeforeAfter.of(200, targetAfter),
            BeforeAfter.of(300, 300),
            BeforeAfter.of(100, bufferAfter),
            BeforeAfter.of(300, 300)),
        EIGHT_WEEKS);
  }

  @Test
  void halfTheEventsGoneAndTheBufferCalmIsFewerAndNoVisibleMove() {
    Verdict verdict = of(60, 80);
    assertThat(verdict.effect()).isEqualTo(Effect.FEWER);
    assertThat(verdict.effectCertainty()).isEqualTo(Certainty.CLEAR);
    assertThat(verdict.movement()).isEqualTo(new Movement.NoVisibleMove());
  }

  @Test
  void whatTurnsUpInTheBufferHasMovedWithItsShare() {
    Verdict verdict = of(60, 205);
    assertThat(verdict.movement()).isEqualTo(new Movement.Moved(105.0 / 140));
    assertThat(verdict.movementStability()).isBetween(0.8, 1.0);
  }

  @Test
  void inBetweenItSaysHowManyMoreWeeksWouldSettleIt() {
    Verdict verdict = Verdict.of(
        EffectDesign.ownControls(
            new BeforeAfter(1000, 150, 6.5, 1),
            new BeforeAfter(6500, 1000, 65, 10),
            new BeforeAfter(520, 92, 6.5, 1),
            new BeforeAfter(6500, 1000, 65, 10)),
        EIGHT_WEEKS);
    assertThat(verdict.effect()).isEqualTo(Effect.UNDECIDED);

    Verdict fewer = Verdict.of(
        EffectDesign.ownControls(
            new BeforeAfter(1000, 100, 6.5, 1),
            new BeforeAfter(6500, 1000, 65, 10),
            new BeforeAfter(520, 94, 6.5, 1),
            new BeforeAfter(6500, 1000, 65, 10)),
        EIGHT_WEEKS);
    assertThat(fewer.effect()).isEqualTo(Effect.FEWER);
    assertThat(fewer.movement()).isInstanceOfSatisfying(Movement.MoveUndecided.class, move -> {
      assertThat(move.weeksMore()).isPresent();
      assertThat(move.weeksMore().getAsInt()).isBetween(1, 30);
    });
  }

  @Test
  void whereThePeriodBeforeIsTooShortNoNumberOfWeeksSettlesIt() {
    Verdict verdict = Verdict.of(
        EffectDesign.ownControls(
            BeforeAfter.of(30, 6),
            BeforeAfter.of(20, 20),
            BeforeAfter.of(60, 72),
            BeforeAfter.of(60, 60)),
        EIGHT_WEEKS);
    assertThat(verdict.movement()).isEqualTo(new Movement.MoveUndecided(OptionalInt.empty()));
  }

  @Test
  void moreAndUndecidedSayNothingOnMoving() {
    assertThat(of(290, 300).effect()).isEqualTo(Effect.MORE);
    assertThat(of(195, 300).effect()).isEqualTo(Effect.UNDECIDED);
    assertThat(of(195, 300).movement()).isEqualTo(new Movement.NotAsked());
  }

  @Test
  void withoutBufferMovingWasNotMeasured() {
    EffectDesign design =
        EffectDesign.withoutBuffer(BeforeAfter.of(200, 60), BeforeAfter.of(300, 300));
    assertThat(Verdict.of(design, EIGHT_WEEKS).movement()).isEqualTo(new Movement.NotMeasured());
  }

  @Test
  void clumpedCountsTakeTheWordBack() {
    EffectDesign design =
        EffectDesign.withoutBuffer(BeforeAfter.of(200, 140), BeforeAfter.of(300, 300));
    assertThat(Verdict.of(design, EIGHT_WEEKS).effect()).isEqualTo(Effect.FEWER);
    assertThat(Verdict.of(design, EIGHT_WEEKS.withDispersion(3)).effect())
        .isEqualTo(Effect.UNDECIDED);
  }

  @Test
  void nothingHappenedAnywhereCannotBeDecided() {
    BeforeAfter none = BeforeAfter.of(0, 0);
    Verdict verdict = Verdict.of(EffectDesign.sharedControl(none, none, none), EIGHT_WEEKS);
    assertThat(verdict.effect()).isEqualTo(Effect.UNDECIDED);
  }

  @Test
  void theSameSeedGivesTheSameCertainty() {
    assertThat(of(150, 120)).isEqualTo(of(150, 120));
  }
}
