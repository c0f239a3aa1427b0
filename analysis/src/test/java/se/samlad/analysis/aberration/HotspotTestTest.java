package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.samlad.analysis.aberration.PooledDispersion.MISSING;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.aberration.HotspotTest.Parameters;
import se.samlad.analysis.aberration.HotspotTest.Result;
import se.samlad.analysis.aberration.HotspotTest.State;

class HotspotTestTest {
  private static final int[] STEADY = {2, 3, 2, 1, 2, 3, 2, 2, 1, 3, 2, 2, 2};

  private static int[][] repeated(int[] row, int times) {
    int[][] rows = new int[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  @Test
  void twentyWhereTwoAreUsualIsAClearHotspot() {
    Result result = HotspotTest.run(new int[] {20, 2, 3, 0}, repeated(STEADY, 4));

    HotspotTest.Cell hot = result.cells().get(0);
    assertThat(hot.state()).isEqualTo(State.HOTSPOT);
    assertThat(hot.certainty()).isEqualTo(Certainty.CLEAR);
    assertThat(hot.expected()).isBetween(2.0, 2.2);
    assertThat(hot.upper()).isLessThan(20);
    assertThat(result.hotspots()).containsExactly(hot);
    assertThat(result.cells().get(3).state()).isEqualTo(State.AS_EXPECTED);
  }

  @Test
  void fourIsNeverAHotspotHoweverQuietThePlaceWas() {
    Result result = HotspotTest.run(new int[] {4}, repeated(new int[13], 1));
    assertThat(result.cells().get(0).state()).isEqualTo(State.AS_EXPECTED);
    assertThat(result.cells().get(0).midP()).isLessThan(0.001);
  }

  @Test
  void fiveWindowsAreTooFewToSayAnything() {
    int[] short1 = {
      MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, 1, 2, 1, 2, 1
    };
    Result result = HotspotTest.run(new int[] {30, 30}, new int[][] {short1, STEADY});
    assertThat(result.cells().get(0).state()).isEqualTo(State.INSUFFICIENT);
    assertThat(result.cells().get(0).expected()).isNaN();
    assertThat(result.tested()).isEqualTo(1);
    assertThat(result.cells().get(1).state()).isEqualTo(State.HOTSPOT);
  }

  @Test
  void theMidPAndTheIntervalSayTheSame() {
    int[] now = new int[30];
    Arrays.setAll(now, i -> i);
    Result result =
        HotspotTest.run(now, repeated(STEADY, 30), Parameters.defaults().withDraws(0));
    for (HotspotTest.Cell cell : result.cells()) {
      assertThat(cell.midP() < 0.05).as("%s", cell).isEqualTo(cell.count() > cell.upper());
    }
  }

  @Test
  void whatIsJustAboveTheLimitIsUncertain() {
    int[] now = {5, 6, 7, 8, 9};
    Result result = HotspotTest.run(now, repeated(STEADY, 5));
    assertThat(result.cells())
        .anyMatch(cell -> cell.count() <= 7 && cell.certainty() == Certainty.UNCERTAIN);
  }

  @Test
  void neitherThreadsNorRepetitionChangeADigit() {
    int[][] past = PooledDispersionTest.town(400, 13, 1.5, 0.4, 9);
    int[] now = Arrays.stream(PooledDispersionTest.town(400, 1, 1.5, 0.4, 10))
        .mapToInt(row -> row[0])
        .toArray();
    Result one = HotspotTest.run(now, past);
    Result three = HotspotTest.run(now, past, Parameters.defaults().withThreads(3));
    assertThat(three.cells()).isEqualTo(one.cells());
  }

  @Test
  void cellsAddedFarAwayWithoutEventsChangeNothing() {
    int[][] past = PooledDispersionTest.town(100, 13, 1.5, 0.4, 9);
    int[] now = new int[100];
    Arrays.setAll(now, i -> i % 9);
    Parameters noDraws = Parameters.defaults().withDraws(0);
    Result before = HotspotTest.run(now, past, noDraws);
    int[][] more = Arrays.copyOf(past, 150);
    Arrays.fill(more, 100, 150, new int[13]);
    Result after = HotspotTest.run(Arrays.copyOf(now, 150), more, noDraws);
    assertThat(after.cells().subList(0, 100)).isEqualTo(before.cells());
  }

  @Test
  void noCellsGiveAnEmptyAnswerAndBrokenInputIsRefused() {
    assertThat(HotspotTest.run(new int[0], new int[0][]).cells()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HotspotTest.run(new int[] {1}, new int[0][]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HotspotTest.run(new int[] {-1}, new int[][] {STEADY}));
  }
}
