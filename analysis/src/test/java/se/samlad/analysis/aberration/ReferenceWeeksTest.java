package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceWeeksTest {

  @Test
  void yearIsSplitIntoThisSeasonAndNineOtherParts() {
    FarringtonModel.Data data = ReferenceWeeks.of(new int[400], 399, 3, 3, 10, 52, 3);
    int first = 399 - 3 * 52 - 3;
    assertThat(data.weeks()).hasSize(3 * 52).startsWith(first).endsWith(395);
    int[] year = Arrays.copyOf(data.period(), 52);
    assertThat(Arrays.copyOf(year, 7)).containsOnly(9);
    int[] sizes = new int[10];
    Arrays.stream(year).forEach(part -> sizes[part]++);
    assertThat(sizes).containsExactly(5, 5, 5, 5, 5, 5, 5, 5, 5, 7);
    assertThat(data.period()[52]).isEqualTo(9);
  }

  @Test
  void weeksLeftOverGoToTheFirstParts() {
    FarringtonModel.Data data = ReferenceWeeks.of(new int[400], 399, 3, 2, 10, 52, 2);
    int[] sizes = new int[10];
    IntStream.range(0, 52).forEach(i -> sizes[data.period()[i]]++);
    assertThat(sizes).containsExactly(6, 6, 5, 5, 5, 5, 5, 5, 5, 5);
  }

  @Test
  void withoutPartsOnlyTheWeeksAroundTheSameWeekAreUsed() {
    FarringtonModel.Data data = ReferenceWeeks.of(new int[400], 300, 4, 1, 1, 52, 26);
    assertThat(data.weeks())
        .containsExactly(91, 92, 93, 143, 144, 145, 195, 196, 197, 247, 248, 249);
    assertThat(ReferenceWeeks.years(158, 3, 52, 5)).isEqualTo(2);
    assertThat(ReferenceWeeks.years(159, 3, 52, 5)).isEqualTo(3);
  }
}
