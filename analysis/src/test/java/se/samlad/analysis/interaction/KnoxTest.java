package se.samlad.analysis.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Reference;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.table.Csv;

class KnoxTest {

  private static final double[] X = {0, 3, 0, 100};
  private static final double[] Y = {0, 4, 0, 0};
  private static final double[] DAY = {0, 1, 10, 1};

  @Test
  void fourEventsCountedByHand() {
    Knox.Result result = knox(Bands.upTo(5, 100), Bands.upTo(1, 9), 99, 1);
    assertThat(result.cells()).extracting(Knox.Cell::observed).containsExactly(1, 1, 2, 1);
    assertThat(result.closeInSpace()).containsExactly(3L, 3L);
    assertThat(result.closeInTime()).containsExactly(3L, 2L);
    assertThat(result.pairs()).isEqualTo(6);
    assertThat(result.cell(0, 0).expected()).isEqualTo(1.5);
    assertThat(result.cell(0, 1).expected()).isEqualTo(1.0);
  }

  @Test
  void bordersBelongWhereTheClosureSays() {
    Knox.Result result = knox(
        new Bands(new double[] {5, 100}, BandClosure.LOWER_INCLUDED),
        new Bands(new double[] {1, 9}, BandClosure.LOWER_INCLUDED),
        99,
        1);
    assertThat(result.cells()).extracting(Knox.Cell::observed).containsExactly(0, 0, 1, 1);
    assertThat(result.closeInTime()).containsExactly(1L, 2L);
  }

  @Test
  void zeroIsABandOfItsOwnForEventsAtTheSamePlace() {
    Knox.Result result = knox(Bands.upTo(0, 5), Bands.upTo(10), 9, 1);
    assertThat(result.cell(0, 0).observed()).isEqualTo(1);
    assertThat(result.cell(1, 0).observed()).isEqualTo(2);
  }

  @Test
  void zeroAloneIsFoundAmongEqualPlaces() {
    double[] x = {-0.0, 0.0, 7, 7, 7};
    Knox.Result result = new Knox(
            Bands.upTo(0), Bands.upTo(3), Knox.Metric.EUCLIDEAN, false, 9, 1, 1)
        .test(x, x, new double[] {0, 1, 1, 2, 9}, Progress.silent());
    assertThat(result.closeInSpace()).containsExactly(4L);
    assertThat(result.cell(0, 0).observed()).isEqualTo(2);
  }

  @Test
  void manhattanGoesAlongTheStreets() {
    Knox.Result result = new Knox(
            Bands.upTo(5, 7), Bands.upTo(20), Knox.Metric.MANHATTAN, false, 9, 1, 1)
        .test(X, Y, DAY, Progress.silent());
    assertThat(result.closeInSpace()).containsExactly(1L, 2L);
  }

  @Test
  void nestedTableCountsFromZero() {
    Knox.Result nested = new Knox(
            Bands.upTo(5, 100), Bands.upTo(1, 9), Knox.Metric.EUCLIDEAN, true, 99, 1, 1)
        .test(X, Y, DAY, Progress.silent());
    assertThat(nested.cells()).extracting(Knox.Cell::observed).containsExactly(1, 2, 3, 5);
    assertThat(nested.cell(1, 1).expected()).isEqualTo(5);
  }

  @Test
  void gridFindsThePairsThatEveryPairComparedWithEveryPairFinds() {
    double[][] events = randomEvents(400);
    Bands bands = Bands.upTo(50, 100, 333);
    long[] slow = new long[3];
    for (int i = 0; i < 400; i++) {
      for (int j = 0; j < i; j++) {
        int band = bands.of(Math.hypot(events[0][i] - events[0][j], events[1][i] - events[1][j]));
        if (band < 3) {
          slow[band]++;
        }
      }
    }
    assertThat(ClosePairs.of(events[0], events[1], bands, Knox.Metric.EUCLIDEAN).perBand(3))
        .isEqualTo(slow);
  }

  @Test
  void permutationsAverageWhatTheMarginsLetExpect() {
    double[][] events = randomEvents(300);
    Knox.Result result = new Knox(
            Bands.upTo(200, 400), Bands.upTo(5, 10), Knox.Metric.EUCLIDEAN, false, 2000, 5, 2)
        .test(events[0], events[1], events[2], Progress.silent());
    for (Knox.Cell cell : result.cells()) {
      assertThat(cell.mean()).isCloseTo(cell.expected(), within(4 * cell.deviation() / 44));
    }
  }

  @Test
  void wholeDaysAndTheSameDaysInHoursAgree() {
    double[][] events = randomEvents(200);
    double[] parts = Arrays.stream(events[2]).map(day -> day / 3).toArray();
    Knox.Result days = new Knox(
            Bands.upTo(200), Bands.upTo(7.5), Knox.Metric.EUCLIDEAN, false, 99, 1, 1)
        .test(events[0], events[1], events[2], Progress.silent());
    Knox.Result thirds = new Knox(
            Bands.upTo(200), Bands.upTo(2.5), Knox.Metric.EUCLIDEAN, false, 99, 1, 1)
        .test(events[0], events[1], parts, Progress.silent());
    assertThat(thirds.cell(0, 0).observed()).isEqualTo(days.cell(0, 0).observed());
    assertThat(thirds.cell(0, 0).median()).isEqualTo(days.cell(0, 0).median());
  }

  @Test
  void threadsDoNotChangeADigit() {
    assertThat(knox(Bands.upTo(5, 100), Bands.upTo(1, 9), 500, 4))
        .isEqualTo(knox(Bands.upTo(5, 100), Bands.upTo(1, 9), 500, 1));
  }

  @Test
  void noneAndOneEventGiveNoPairs() {
    for (int n = 0; n <= 1; n++) {
      double[] none = new double[n];
      Knox.Cell cell = Knox.of(none, none, none).cell(0, 0);
      assertThat(cell.observed()).isZero();
      assertThat(cell.p()).isEqualTo(1);
      assertThat(cell.ratio()).isNaN();
    }
  }

  @Test
  void twoEventsAreOnePairThatNoPermutationChanges() {
    Knox.Cell cell =
        Knox.of(new double[] {0, 0}, new double[] {0, 0}, new double[] {0, 3}).cell(0, 0);
    assertThat(cell.observed()).isEqualTo(1);
    assertThat(cell.ratio()).isEqualTo(1);
    assertThat(cell.p()).isEqualTo(1);
  }

  @Test
  void oneDayTellsNothingAboutTime() {
    Knox.Cell cell = Knox.of(X, Y, new double[4]).cell(1, 0);
    assertThat(cell.observed()).isEqualTo(5);
    assertThat(cell.ratio()).isEqualTo(1);
    assertThat(cell.p()).isEqualTo(1);
  }

  @Test
  void identicalPlacesTellNothingAboutPlace() {
    Knox.Cell cell = Knox.of(new double[4], new double[4], DAY).cell(0, 0);
    assertThat(cell.observed()).isEqualTo(3);
    assertThat(cell.p()).isEqualTo(1);
  }

  @Test
  void missingPlaceIsRefusedByRow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Knox.of(new double[] {0, Double.NaN}, new double[2], new double[2]))
        .withMessageContaining("Event 2 has no place or no time");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Knox.of(new double[1], new double[1], new double[] {Double.POSITIVE_INFINITY}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Knox.of(new double[1], new double[2], new double[2]))
        .withMessage("There are 1 x, 2 y and 2 times");
  }

  @Test
  void tooManyRowsAreRefusedWithTheLimit() {
    double[] many = new double[10_000_000];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Knox.of(many, many, many))
        .withMessage("At most 1000000 events can be tested but there are 10000000");
  }

  @Test
  void tooManyClosePairsAreRefusedBeforeMemoryIsTaken() {
    double[] same = new double[10_100];
    assertThatThrownBy(() -> Knox.of(same, same, same))
        .isInstanceOf(ClosePairs.TooManyClosePairs.class)
        .hasMessageContaining("More than 50000000 pairs lie within 400");
  }

  @Test
  void bandsThatDoNotRiseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bands.upTo(100, 50));
    assertThatIllegalArgumentException().isThrownBy(() -> Bands.upTo());
    assertThatIllegalArgumentException().isThrownBy(() -> Bands.upTo(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bands(new double[] {0, 5}, BandClosure.LOWER_INCLUDED));
  }

  @Test
  void progressCountsEveryPermutationAndStopsThem() {
    AtomicLong most = new AtomicLong();
    new Knox(Bands.upTo(5), Bands.upTo(1), Knox.Metric.EUCLIDEAN, false, 50, 1, 2)
        .test(X, Y, DAY, (units, of) -> most.accumulateAndGet(units, Math::max));
    assertThat(most).hasValue(50);
    Progress stopped = new Progress() {
      @Override
      public void done(long units, long ofUnits) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThatThrownBy(
            () -> new Knox(Bands.upTo(5), Bands.upTo(1), Knox.Metric.EUCLIDEAN, false, 50, 1, 2)
                .test(X, Y, DAY, stopped))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void burglariesOfChicagoShowBothClosures() {
    Csv events = Csv.read(Reference.beside("knox/chicago_burglary_2016").resolve("events.csv"));
    for (BandClosure closure : BandClosure.values()) {
      Knox.Result result = new Knox(
              new Bands(new double[] {0.1, 200, 400, 600}, closure),
              new Bands(new double[] {7, 14, 21}, closure),
              Knox.Metric.EUCLIDEAN,
              false,
              9,
              1,
              2)
          .test(events.numbers("x"), events.numbers("y"), events.numbers("day"), Progress.silent());
      assertThat(result.cell(0, 0).observed())
          .isEqualTo(closure == BandClosure.UPPER_INCLUDED ? 342 : 319);
    }
  }

  private static Knox.Result knox(Bands space, Bands time, int permutations, int threads) {
    return new Knox(space, time, Knox.Metric.EUCLIDEAN, false, permutations, 1, threads)
        .test(X, Y, DAY, Progress.silent());
  }

  private static double[][] randomEvents(int n) {
    SeededRandom random = new SeededRandom(17);
    double[][] events = new double[3][n];
    for (int i = 0; i < n; i++) {
      events[0][i] = 3000 * random.nextDouble() - 1500;
      events[1][i] = 3000 * random.nextDouble() - 1500;
      events[2][i] = random.nextInt(100);
    }
    return events;
  }
}
