package se.samlad.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void middleCellHasEightQueenAndFourRookNeighbours() {
    assertThat(listOf(Neighbours.queen(3, 3), 4)).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
    assertThat(listOf(Neighbours.rook(3, 3), 4)).containsExactly(1, 3, 5, 7);
    assertThat(listOf(Neighbours.rook(3, 3), 0)).containsExactly(1, 3);
  }

  @Test
  void selfIsPutInItsPlaceOnce() {
    Neighbours self = Neighbours.rook(3, 1).withSelf();
    assertThat(listOf(self, 0)).containsExactly(0, 1);
    assertThat(listOf(self, 2)).containsExactly(1, 2);
    assertThat(self.withSelf()).isSameAs(self);
  }

  @Test
  void orderOfThePairsDoesNotMatter() {
    Neighbours pairs = Neighbours.ofPairs(3, new int[] {2, 0, 2}, new int[] {1, 2, 0});
    assertThat(listOf(pairs, 2)).containsExactly(0, 1);
    assertThat(pairs.degree(1)).isZero();
    assertThat(pairs.areNeighbours(0, 2)).isTrue();
    assertThat(pairs.areNeighbours(1, 2)).isFalse();
    assertThat(pairs.sums(new double[] {1, 10, 100})).containsExactly(100, 0, 11);
  }

  @Test
  void pointsWithinADistanceAndTheNearestAreNeighbours() {
    PlanePoints line = PlanePoints.of(new double[] {0, 10, 25, 26}, new double[4]);
    assertThat(listOf(Neighbours.within(line, 15), 1)).containsExactly(0, 2);
    assertThat(listOf(Neighbours.within(line, 5), 0)).isEmpty();
    assertThat(listOf(Neighbours.nearest(line, 2), 3)).containsExactly(1, 2);
    assertThatThrownBy(() -> Neighbours.within(line, 0)).hasMessageContaining("0.0 m");
    assertThatThrownBy(() -> Neighbours.nearest(line, 4)).hasMessageContaining("4 nearest");
  }

  @Test
  void badPairsAreRefusedWithTheirNumbers() {
    assertThatThrownBy(() -> Neighbours.ofPairs(0, new int[0], new int[0]))
        .hasMessageContaining("0 units");
    assertThatThrownBy(() -> Neighbours.ofPairs(2, new int[] {0}, new int[] {2}))
        .hasMessageContaining("0 and 2");
    assertThatThrownBy(() -> Neighbours.ofPairs(2, new int[] {1}, new int[] {1}))
        .hasMessageContaining("1 and 1");
    assertThatThrownBy(() -> Neighbours.ofPairs(2, new int[] {0, 0}, new int[] {1, 1}))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> Neighbours.queen(10_000, 10_000)).hasMessageContaining("10000000");
  }

  private static int[] listOf(Neighbours neighbours, int unit) {
    int[] list = new int[neighbours.degree(unit)];
    for (int k = 0; k < list.length; k++) {
      list[k] = neighbours.neighbour(neighbours.from(unit) + k);
    }
    return list;
  }
}
