package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.insight.Hotspot.Cell;

class CellHistoryTest {
  private static final IsoWeek LAST = IsoWeek.parse("2026-W40").orElseThrow();

  /** Reports come in clumps: the variance of a week is two and a half times its mean. */
  private static CellHistory clumps() {
    Set<IsoWeek> heard = new HashSet<>();
    for (int ago = 0; ago < CellHistory.REACH; ago++) {
      heard.add(LAST.plus(-ago));
    }
    CellHistory history = new CellHistory(heard);
    SeededRandom random = new SeededRandom(3);
    for (int place = 0; place < 400; place++) {
      double mean = 0.5 + 2 * random.nextDouble();
      for (IsoWeek week : heard) {
        int count = (int) random.nextNegativeBinomial(mean, 1.5 / mean);
        if (count > 0) {
          history.add(new Cell(place, 0), week, count);
        }
      }
    }
    return history;
  }

  @Test
  void singleWeeksVaryMoreThanFourTogether() {
    CellHistory history = clumps();
    PooledDispersion week = history.weeklyDispersion(LAST);
    PooledDispersion window = history
        .test(LAST, HotspotTest.Parameters.defaults().withDraws(0))
        .result()
        .dispersion();
    assertThat(week.at(1.5)).isCloseTo(1, within(0.2));
    assertThat(window.at(6)).isCloseTo(0.25, within(0.05));
  }

  @Test
  void weekNobodyWasHeardInIsNotAZero() {
    CellHistory history = new CellHistory(Set.of(LAST, LAST.plus(-1), LAST.plus(-2)));
    history.add(new Cell(0, 0), LAST, 4);
    history.add(new Cell(0, 0), LAST.plus(-1), 4);
    history.add(new Cell(0, 0), LAST.plus(-2), 4);
    assertThat(history.weeklyDispersion(LAST).value()).isZero();
  }
}
