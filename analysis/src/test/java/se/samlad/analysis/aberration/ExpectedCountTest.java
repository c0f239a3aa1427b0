package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.samlad.analysis.aberration.PooledDispersion.MISSING;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.aberration.ExpectedCount.Parameters;
import se.samlad.analysis.aberration.ExpectedCount.Word;

class ExpectedCountTest {
  private static final int[] ABOUT_THIRTY = {28, 35, 22, 41, 30, 25, 38, 29, 33, 19, 36, 31, 27};

  @Test
  void aWeekAboveItsIntervalIsMoreThanExpected() {
    ExpectedCount.Result result = ExpectedCount.of(60, ABOUT_THIRTY);
    assertThat(result.word()).isEqualTo(Word.MORE);
    assertThat(result.upper()).isBetween(38L, 50L);
    assertThat(result.lower()).isBetween(15L, 24L);
    assertThat(result.certainty()).isEqualTo(Certainty.CLEAR);
    assertThat(result.periods()).isEqualTo(13);
  }

  @Test
  void fewAndUsualHaveTheirWordsToo() {
    assertThat(ExpectedCount.of(5, ABOUT_THIRTY).word()).isEqualTo(Word.FEWER);
    assertThat(ExpectedCount.of(30, ABOUT_THIRTY).word()).isEqualTo(Word.AS_EXPECTED);
    assertThat(ExpectedCount.of(0, new int[20]).word()).isEqualTo(Word.AS_EXPECTED);
  }

  @Test
  void theWordFollowsTheInterval() {
    for (int now = 0; now < 90; now++) {
      ExpectedCount.Result result =
          ExpectedCount.of(now, ABOUT_THIRTY, Parameters.defaults().withDraws(0));
      Word expected =
          now > result.upper() ? Word.MORE : now < result.lower() ? Word.FEWER : Word.AS_EXPECTED;
      assertThat(result.word()).as("%d", now).isEqualTo(expected);
    }
  }

  @Test
  void sevenWeeksAreTooFewAndMissingWeeksDoNotCount() {
    assertThat(ExpectedCount.of(60, Arrays.copyOf(ABOUT_THIRTY, 7)).word())
        .isEqualTo(Word.INSUFFICIENT);
    int[] holes = Arrays.copyOf(ABOUT_THIRTY, 20);
    Arrays.fill(holes, 7, 20, MISSING);
    assertThat(ExpectedCount.of(60, holes).word()).isEqualTo(Word.INSUFFICIENT);
    assertThat(ExpectedCount.of(60).word()).isEqualTo(Word.INSUFFICIENT);
  }

  @Test
  void aPooledDispersionReplacesItsOwn() {
    Parameters pooled = Parameters.defaults().withDispersion(0.5);
    assertThat(ExpectedCount.of(60, ABOUT_THIRTY, pooled).word()).isEqualTo(Word.AS_EXPECTED);
    assertThat(ExpectedCount.of(60, ABOUT_THIRTY, pooled).dispersion()).isEqualTo(0.5);
  }

  @Test
  void sameSeedSameStability() {
    assertThat(ExpectedCount.of(45, ABOUT_THIRTY)).isEqualTo(ExpectedCount.of(45, ABOUT_THIRTY));
    assertThatIllegalArgumentException().isThrownBy(() -> ExpectedCount.of(-1, ABOUT_THIRTY));
  }
}
