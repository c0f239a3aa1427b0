package se.samlad.analysis.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.season.EmergingHotspots.Course;
import se.samlad.analysis.season.EmergingHotspots.Parameters;

class EmergingHotspotsTest {

  private static final Parameters QUICK = new Parameters(1.96, 0.75, 100, 3, 1);

  @Test
  void classesFollowTheRules() {
    double[][] z = {
      {0, 3, 3, 3, 0},
      {0, 3, 0, 3, 0},
      {0, 3, 0, 0, 0},
      {3, 3, 3, 0, 0}
    };
    assertThat(EmergingHotspots.classes(z, QUICK))
        .containsExactly(
            Course.NEW, Course.PERSISTENT, Course.INTERMITTENT, Course.FORMER, Course.NONE);
  }

  @Test
  void burstInTheLastPeriodIsNew() {
    int[][] counts = quiet(6, 64);
    counts[5][27] = 40;
    EmergingHotspots result = EmergingHotspots.of(counts, Neighbours.queen(8, 8), QUICK);
    assertThat(result.classes()[27]).isEqualTo(Course.NEW);
    assertThat(result.certainty(27)).isNotEqualTo(Certainty.UNCERTAIN);
    assertThat(result.n()).isEqualTo(6 * 64 + 39);
    assertThat(result.sizes().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(64);
  }

  @Test
  void sameSeedGivesTheSameStabilityOnAnyNumberOfThreads() {
    int[][] counts = quiet(4, 64);
    counts[3][9] = 5;
    Neighbours cells = Neighbours.queen(8, 8);
    double[] one = EmergingHotspots.of(counts, cells, QUICK).stability();
    double[] three = EmergingHotspots.of(counts, cells, new Parameters(1.96, 0.75, 100, 3, 3))
        .stability();
    assertThat(three).containsExactly(one);
  }

  @Test
  void nothingStandsOutWhereAllIsTheSame() {
    EmergingHotspots result =
        EmergingHotspots.of(quiet(4, 64), Neighbours.queen(8, 8), new Parameters(1.96, 1, 0, 1, 1));
    assertThat(result.classes()).containsOnly(Course.NONE);
  }

  @Test
  void countsThatCannotBeJudgedAreRefused() {
    Neighbours cells = Neighbours.queen(8, 8);
    assertThatThrownBy(() -> EmergingHotspots.of(quiet(2, 64), cells, QUICK))
        .hasMessageContaining("at least 3 periods, not 2");
    assertThatThrownBy(() -> EmergingHotspots.of(quiet(4, 63), cells, QUICK))
        .hasMessageContaining("63 cells but there are 64");
    int[][] negative = quiet(4, 64);
    negative[1][2] = -1;
    assertThatThrownBy(() -> EmergingHotspots.of(negative, cells, QUICK))
        .hasMessage("cell 3, period 2 has the count -1");
    assertThatThrownBy(() -> new Parameters(0, 1, 1, 1, 1)).hasMessageContaining("hot from 0");
  }

  private static int[][] quiet(int periods, int cells) {
    int[][] counts = new int[periods][cells];
    Arrays.stream(counts).forEach(period -> Arrays.fill(period, 1));
    return counts;
  }
}
