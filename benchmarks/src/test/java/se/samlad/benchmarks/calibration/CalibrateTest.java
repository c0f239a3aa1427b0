package se.samlad.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrateTest {
  private static final Settings SHORT = new Settings(40, 20260105, 2, 50);

  @Test
  void shortVersionDrawsEveryRowAndDoesNotDependOnThreads() {
    List<Row> rows = Calibrate.rows(SHORT);
    assertThat(rows).hasSizeGreaterThan(200);
    assertThat(rows).filteredOn(row -> row.demand() != Demand.NONE).hasSizeGreaterThan(90);
    assertThat(rows)
        .allMatch(row -> row.share().towns() <= (row.section().startsWith("Har") ? 4000 : 40));
    Settings oneThread = new Settings(40, 20260105, 1, 50);
    assertThat(Calibrate.table(oneThread, Calibrate.rows(oneThread)))
        .isEqualTo(Calibrate.table(SHORT, rows));
  }

  @Test
  void errorOfAShareIsThatOfTheTowns() {
    Share share = new Share();
    share.town(1, 4);
    share.town(3, 4);
    assertThat(share.value()).isEqualTo(0.5);
    // town shares 0.25 and 0.75: standard deviation 0.3536, divided by the root of two
    assertThat(share.error()).isCloseTo(0.25, within(1e-12));
    Share other = new Share();
    other.town(2, 2);
    share.add(other);
    assertThat(share.value()).isEqualTo(0.6);
    assertThat(share.towns()).isEqualTo(3);
    assertThat(new Share().value()).isNaN();
  }

  @Test
  void demandTellsNoFromWithinTheError() {
    Share share = new Share();
    for (int town = 0; town < 100; town++) {
      share.town(town < 12);
    }
    assertThat(Demand.atMost(0.12).answer(share)).isEqualTo("yes");
    assertThat(Demand.atMost(0.10).answer(share)).isEqualTo("yes, within error");
    assertThat(Demand.atMost(0.05).answer(share)).isEqualTo("**no**");
    assertThat(Demand.within(0.2, 0.3).answer(share)).isEqualTo("**no**");
    assertThat(Demand.NONE.answer(share)).isEmpty();
    assertThat(Demand.atLeast(0.88).answer(new Share())).isEqualTo("no case");
  }

  @Test
  void tableIsWrittenBetweenItsMarkersAlone() {
    String page = "before\n" + Calibrate.BEGIN + "\nold\n" + Calibrate.END + "\nafter\n";
    assertThat(Calibrate.between(page, "new\n"))
        .isEqualTo("before\n" + Calibrate.BEGIN + "\nnew\n" + Calibrate.END + "\nafter\n");
    assertThatIllegalArgumentException().isThrownBy(() -> Calibrate.between("no markers", "x"));
  }
}
