package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.aberration.WeeklyAlarms.Parameters;
import se.samlad.analysis.aberration.WeeklyAlarms.Result;
import se.samlad.analysis.aberration.WeeklyAlarms.State;
import se.samlad.analysis.distribution.SeededRandom;

class WeeklyAlarmsTest {
  private static int[][][] past(int areas, int types, int weeks, double mean, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int[][][] past = new int[areas][types][weeks];
    for (int[][] area : past) {
      for (int[] series : area) {
        Arrays.setAll(series, i -> (int) random.nextPoisson(mean));
      }
    }
    return past;
  }

  private static int[][] usual(int areas, int types, int count) {
    int[][] now = new int[areas][types];
    for (int[] row : now) {
      Arrays.fill(row, count);
    }
    return now;
  }

  @Test
  void oneSeriesFarAboveAlarmsAloneAndSaysHowManyWereTested() {
    int[][] now = usual(10, 8, 2);
    now[3][5] = 15;
    Result result = WeeklyAlarms.run(now, past(10, 8, 52, 2, 1));
    assertThat(result.alarms()).hasSize(1);
    assertThat(result.alarms().get(0).area()).isEqualTo(3);
    assertThat(result.alarms().get(0).type()).isEqualTo(5);
    assertThat(result.tested()).isEqualTo(80);
    assertThat(result.expectedFalse()).isEqualTo(0.1);
    assertThat(result.expectedFalseUncorrected()).isEqualTo(4);
    assertThat(result.municipalityP()).isLessThan(0.001);
  }

  @Test
  void aSeriesJustAboveItsIntervalIsMoreButNoAlarmAmongEighty() {
    int[][] now = usual(10, 8, 2);
    now[3][5] = 6;
    Result result = WeeklyAlarms.run(now, past(10, 8, 52, 2, 1));
    assertThat(result.alarms()).isEmpty();
    assertThat(result.series().get(3 * 8 + 5).state()).isEqualTo(State.MORE);
  }

  @Test
  void aQuietMunicipalityRarelyAlarms() {
    int weeks = 0;
    for (int seed = 0; seed < 300; seed++) {
      int[][][] all = past(12, 6, 53, 1.5, 1000 + seed);
      int[][] now = new int[12][6];
      int[][][] before = new int[12][6][];
      for (int a = 0; a < 12; a++) {
        for (int t = 0; t < 6; t++) {
          now[a][t] = all[a][t][52];
          before[a][t] = Arrays.copyOf(all[a][t], 52);
        }
      }
      weeks += WeeklyAlarms.run(now, before, Parameters.defaults().withDraws(0))
              .alarms()
              .isEmpty()
          ? 0
          : 1;
    }
    assertThat(weeks).isLessThanOrEqualTo(40);
  }

  @Test
  void tooFewWeeksAreNotTested() {
    Result result = WeeklyAlarms.run(usual(2, 2, 30), past(2, 2, 12, 2, 1));
    assertThat(result.tested()).isZero();
    assertThat(result.municipalityP()).isEqualTo(1);
    assertThat(result.series()).allMatch(each -> each.state() == State.INSUFFICIENT);
  }

  @Test
  void threadsChangeNothingAndNothingIsAnAnswer() {
    int[][] now = usual(6, 4, 5);
    int[][][] past = past(6, 4, 52, 2, 7);
    assertThat(WeeklyAlarms.run(now, past, Parameters.defaults().withThreads(4)).series())
        .isEqualTo(WeeklyAlarms.run(now, past).series());
    assertThat(WeeklyAlarms.run(new int[0][0], new int[0][0][0]).alarms()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> WeeklyAlarms.run(now, new int[0][0][0]));
  }
}
