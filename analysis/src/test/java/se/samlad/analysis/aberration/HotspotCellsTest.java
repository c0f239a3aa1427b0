package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.aberration.HotspotCells.Group;

class HotspotCellsTest {
  @Test
  void cornersTouchAndTheLargestComesFirst() {
    int[] column = {0, 1, 5, 6, 9};
    int[] row = {0, 1, 5, 5, 9};
    int[] count = {6, 7, 20, 5, 13};
    boolean[] kept = {true, true, true, true, true};
    assertThat(HotspotCells.join(column, row, count, kept))
        .containsExactly(
            new Group(List.of(2, 3), 25), new Group(List.of(0, 1), 13), new Group(List.of(4), 13));
  }

  @Test
  void aCellThatWasNotKeptDoesNotBridge() {
    assertThat(HotspotCells.join(
            new int[] {0, 1, 2}, new int[3], new int[] {9, 1, 8}, new boolean[] {true, false, true
            }))
        .hasSize(2);
  }

  @Test
  void nothingKeptGivesNoGroupAndACellTwiceIsRefused() {
    assertThat(HotspotCells.join(new int[1], new int[1], new int[1], new boolean[1]))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            HotspotCells.join(new int[2], new int[2], new int[2], new boolean[] {true, true}));
  }
}
