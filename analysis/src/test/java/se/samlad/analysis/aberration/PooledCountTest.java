package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PooledCountTest {
  private static final PooledDispersion CLUMPS = new PooledDispersion(0.15, 1, 10, 100, 5000);

  @Test
  void oneDispersionForAllIsThePlainPrediction() {
    PooledCount pooled = new PooledCount(65, 13, PooledDispersion.fixed(0.3));
    PredictiveCount plain = new PredictiveCount(65, 13, 0.3);
    for (int count = 0; count < 30; count++) {
      assertThat(pooled.upperMidP(count)).isEqualTo(plain.upperMidP(count));
      assertThat(pooled.lowerMidP(count)).isEqualTo(plain.lowerMidP(count));
    }
    assertThat(pooled.upper(0.05)).isEqualTo(plain.upper(0.05));
    assertThat(pooled.lower(0.05)).isEqualTo(plain.lower(0.05));
  }

  @Test
  void smallPlaceIsMoreUncertainThanItsMeanAloneSays() {
    PooledCount small = new PooledCount(2, 13, CLUMPS);
    PredictiveCount atItsMean = new PredictiveCount(2, 13, small.dispersionWith(5));
    assertThat(small.upperMidP(5)).isGreaterThan(atItsMean.upperMidP(5));
    PooledCount large = new PooledCount(1300, 13, CLUMPS);
    PredictiveCount largeAtItsMean = new PredictiveCount(1300, 13, large.dispersionWith(130));
    assertThat(large.upperMidP(130) / largeAtItsMean.upperMidP(130)).isBetween(0.98, 1.1);
  }

  @Test
  void intervalHoldsWhatTheTestDoesNotReject() {
    for (long history : new long[] {0, 1, 7, 60, 400}) {
      PooledCount pooled = new PooledCount(history, 13, CLUMPS);
      long upper = pooled.upper(0.05);
      long lower = pooled.lower(0.05);
      for (long count = 0; count < upper + 20; count++) {
        assertThat(count > upper).isEqualTo(pooled.upperMidP(count) < 0.05);
        assertThat(count < lower).isEqualTo(pooled.lowerMidP(count) < 0.05);
      }
    }
  }

  @Test
  void nothingBeforeAndNothingNowLeavesAllOpen() {
    PooledCount nothing = new PooledCount(0, 13, CLUMPS);
    assertThat(nothing.upperMidP(0)).isEqualTo(0.5);
    assertThat(nothing.lower(0.05)).isZero();
    assertThat(nothing.upperMidP(12)).isLessThan(nothing.upperMidP(5));
  }

  @Test
  void fewWindowsAndAVeryLargeDispersionEndAtAStatedLimit() {
    PooledCount open = new PooledCount(0, 1, PooledDispersion.fixed(100));
    assertThat(open.upper(0.05)).isEqualTo(CountBounds.FURTHEST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.upper(0.5))
        .withMessageContaining("0.5");
  }

  @Test
  void whereNotEvenNothingIsSurprisinglyLowTheWholeMissIsAbove() {
    PooledCount rare = new PooledCount(13, 13, PooledDispersion.fixed(1));
    assertThat(rare.lowerMidP(0)).isGreaterThan(0.025);
    assertThat(rare.interval(0.95)).isEqualTo(new CountInterval(0, rare.upper(0.05)));
    PooledCount common = new PooledCount(260, 13, PooledDispersion.fixed(0.05));
    assertThat(common.interval(0.95))
        .isEqualTo(new CountInterval(common.lower(0.025), common.upper(0.025)));
    for (PooledCount each : new PooledCount[] {rare, common, new PooledCount(7, 13, CLUMPS)}) {
      for (int count = 0; count < 60; count++) {
        assertThat(each.expects(count, 0.95)).isEqualTo(each.interval(0.95).contains(count));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rare.interval(0.5))
        .withMessageContaining("0.5");
  }
}
