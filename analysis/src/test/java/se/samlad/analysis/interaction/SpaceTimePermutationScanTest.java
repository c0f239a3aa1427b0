package se.samlad.analysis.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.interaction.ScanWindow.Direction;

class SpaceTimePermutationScanTest {

  private static final Replicates FEW = new Replicates(19, 1, 1);

  @Test
  void threeCasesTodayAtOnePlaceReckonedByHand() {
    double[] x = {0, 0, 0, 0, 900, 900, 900, 1800, 1800, 1800};
    int[] day = {10, 10, 10, 1, 2, 3, 4, 5, 6, 7};
    ScanCluster cluster = scan(window(0, 1, Direction.PROSPECTIVE), x, new double[10], day)
        .clusters()
        .get(0);
    assertThat(cluster.cases()).isEqualTo(3);
    assertThat(cluster.expected()).isCloseTo(1.2, within(1e-12));
    assertThat(cluster.likelihoodRatio())
        .isCloseTo(3 * Math.log(2.5) + 7 * Math.log(7 / 8.8), within(1e-12));
    assertThat(cluster.rows()).containsExactly(0, 1, 2, 3);
    assertThat(cluster.firstDay()).isEqualTo(10);
    assertThat(cluster.lastDay()).isEqualTo(10);
    assertThat(cluster.radius()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void searchFindsWhatTryingEveryWindowFinds(Direction direction) {
    for (int seed = 0; seed < 12; seed++) {
      Events events = randomEvents(60, 6, 30, seed);
      ScanWindow window = window(260, 7, direction);
      ScanResult result = scan(window, events.x, events.y, events.day);
      double slow = largestByTryingAll(window, events);
      double fast = result.clusters().isEmpty() ? 0 : result.clusters().get(0).likelihoodRatio();
      assertThat(fast).isCloseTo(slow, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void reportedClusterHoldsTheCasesItSays(Direction direction) {
    Events events = randomEvents(80, 5, 40, 3);
    for (ScanCluster cluster :
        scan(window(300, 9, direction), events.x, events.y, events.day).clusters()) {
      long inside = cluster.rows().stream()
          .filter(row -> events.day[row] >= cluster.firstDay())
          .filter(row -> events.day[row] <= cluster.lastDay())
          .count();
      assertThat(cluster.cases()).isEqualTo(inside);
      assertThat(cluster.lastDay() - cluster.firstDay()).isLessThan(9);
    }
  }

  @Test
  void clustersShareNoPlaceAtTheSameTime() {
    Events events = randomEvents(150, 6, 60, 5);
    var clusters = scan(window(300, 10, Direction.RETROSPECTIVE), events.x, events.y, events.day)
        .clusters();
    assertThat(clusters).hasSizeGreaterThan(2);
    for (ScanCluster one : clusters) {
      for (ScanCluster other : clusters) {
        boolean sameTime = one.firstDay() <= other.lastDay() && other.firstDay() <= one.lastDay();
        if (one != other && sameTime) {
          assertThat(one.rows()).doesNotContainAnyElementsOf(other.rows());
        }
      }
    }
  }

  @Test
  void plantedClusterIsFoundAndClear() {
    Events events = randomEvents(300, 10, 90, 8);
    for (int i = 0; i < 12; i++) {
      events.x[i] = 500;
      events.y[i] = 500;
      events.day[i] = 84 + i % 6;
    }
    ScanResult result = new SpaceTimePermutationScan(
            window(150, 14, Direction.PROSPECTIVE), new Replicates(999, 1, 2))
        .scan(events.x, events.y, events.day, 0, 89, Progress.silent());
    ScanCluster first = result.clusters().get(0);
    assertThat(first.x()).isEqualTo(500);
    assertThat(first.p()).isEqualTo(0.001);
    assertThat(first.gumbelP()).isLessThan(1e-4);
    assertThat(first.recurrenceDays(7)).isEqualTo(7000);
  }

  @Test
  void samePlaceIsNamedAgainForAnotherTime() {
    Events events = randomEvents(300, 10, 90, 8);
    for (int i = 0; i < 24; i++) {
      events.x[i] = 500;
      events.y[i] = 500;
      events.day[i] = (i < 13 ? 20 : 70) + i % 3;
    }
    ScanResult result =
        scan(window(150, 7, Direction.RETROSPECTIVE), events.x, events.y, events.day);
    assertThat(result.clusters().get(0).firstDay()).isEqualTo(20);
    assertThat(result.clusters().get(1).firstDay()).isEqualTo(70);
    assertThat(result.clusters().get(1).x()).isEqualTo(500);
  }

  @Test
  void movingEverythingMovesTheClusterAlike() {
    Events events = randomEvents(80, 6, 40, 1);
    double[] east = Arrays.stream(events.x).map(value -> value + 512_000).toArray();
    ScanCluster here = first(window(300, 7, Direction.RETROSPECTIVE), events.x, events);
    ScanCluster there = first(window(300, 7, Direction.RETROSPECTIVE), east, events);
    assertThat(there.x()).isEqualTo(here.x() + 512_000);
    assertThat(there.rows()).isEqualTo(here.rows());
    assertThat(there.p()).isEqualTo(here.p());
  }

  @Test
  void orderOfRowsDoesNotMatterToWhatIsFound() {
    Events events = randomEvents(80, 6, 40, 1);
    Events turned = events.reversed();
    ScanCluster one = first(window(300, 7, Direction.PROSPECTIVE), events.x, events);
    ScanCluster other = first(window(300, 7, Direction.PROSPECTIVE), turned.x, turned);
    assertThat(other.likelihoodRatio()).isEqualTo(one.likelihoodRatio());
    assertThat(other.x()).isEqualTo(one.x());
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void threadsDoNotChangeADigit(Direction direction) {
    Events events = randomEvents(120, 6, 40, 2);
    ScanResult one = new SpaceTimePermutationScan(
            window(300, 7, direction), new Replicates(200, 9, 1))
        .scan(events.x, events.y, events.day, 0, 39, Progress.silent());
    ScanResult four = new SpaceTimePermutationScan(
            window(300, 7, direction), new Replicates(200, 9, 4))
        .scan(events.x, events.y, events.day, 0, 39, Progress.silent());
    assertThat(four).isEqualTo(one);
  }

  @Test
  void placeWithoutEventsMayBeTheMiddle() {
    ScanCluster cluster = new SpaceTimePermutationScan(window(100, 1, Direction.PROSPECTIVE), FEW)
        .scan(
            new double[] {0, 100, 200, 5000},
            new double[4],
            new int[] {0, 2, 0, 2, 3, 3, 3, 3},
            new int[] {9, 9, 9, 9, 1, 2, 3, 4},
            0,
            9,
            Progress.silent())
        .clusters()
        .get(0);
    assertThat(cluster.x()).isEqualTo(100);
    assertThat(cluster.cases()).isEqualTo(4);
    assertThat(cluster.places()).isEqualTo(3);
  }

  @Test
  void noneAndOneEventGiveNoCluster() {
    for (int n = 0; n <= 1; n++) {
      ScanResult result =
          scan(window(100, 7, Direction.RETROSPECTIVE), new double[n], new double[n], new int[n]);
      assertThat(result.clusters()).isEmpty();
      assertThat(result.maxima().quantile(1)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void onePlaceOrOneDayCannotBeMoreThanExpected(Direction direction) {
    int[] days = IntStream.range(0, 20).toArray();
    double[] apart = IntStream.range(0, 20).mapToDouble(i -> 500.0 * i).toArray();
    assertThat(scan(window(100, 7, direction), new double[20], new double[20], days)
            .clusters())
        .isEmpty();
    int[] oneDay = new int[20];
    Arrays.fill(oneDay, 19);
    assertThat(scan(window(100, 7, direction), apart, new double[20], oneDay).clusters())
        .isEmpty();
  }

  @Test
  void twoEventsCloseInBothAreMoreThanExpectedButNeverSure() {
    ScanResult result = new SpaceTimePermutationScan(
            window(100, 1, Direction.RETROSPECTIVE), Replicates.STANDARD)
        .scan(
            new double[] {0, 0, 900, 900},
            new double[4],
            new int[] {1, 1, 5, 9},
            0,
            9,
            Progress.silent());
    assertThat(result.clusters().get(0).cases()).isEqualTo(2);
    assertThat(result.clusters().get(0).p()).isGreaterThan(0.2);
  }

  @Test
  void badInputIsRefusedByName() {
    ScanWindow window = window(100, 7, Direction.PROSPECTIVE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, new double[] {Double.NaN}, new double[1], new int[1]))
        .withMessage("Row 1 has no place: x NaN, y 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, new double[1], new double[1], new int[] {400}))
        .withMessage("Event 1 lies on day 400, outside 0 to 89");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpaceTimePermutationScan(window, FEW)
            .scan(new double[1], new double[1], new int[1], 5, 4, Progress.silent()))
        .withMessageContaining("must have 1 to 100000 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, new double[1], new double[1], new int[2]));
    double[] many = new double[10_000_000];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, many, many, new int[10_000_000]))
        .withMessage("At most 1000000 events can be scanned but there are 10000000");
  }

  @Test
  void tooManyPlacesAreRefusedWithTheLimit() {
    double[] x = IntStream.range(0, 60_000).asDoubleStream().toArray();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window(1, 7, Direction.PROSPECTIVE), x, x, new int[60_000]))
        .withMessageContaining("At most 50000 places can be scanned but there are 60000");
  }

  @Test
  void windowsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> window(-1, 7, Direction.PROSPECTIVE));
    assertThatIllegalArgumentException().isThrownBy(() -> window(100, 0, Direction.PROSPECTIVE));
    assertThatIllegalArgumentException().isThrownBy(() -> ScanWindow.upToShare(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> ScanWindow.upToShare(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Replicates(0, 1, 1));
  }

  @Test
  void cancelledScanStops() {
    Events events = randomEvents(50, 5, 30, 1);
    Progress stopped = new Progress() {
      @Override
      public void done(long units, long ofUnits) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThatThrownBy(
            () -> new SpaceTimePermutationScan(window(100, 7, Direction.PROSPECTIVE), FEW)
                .scan(events.x, events.y, events.day, 0, 89, stopped))
        .isInstanceOf(CancellationException.class);
  }

  private record Events(double[] x, double[] y, int[] day) {
    Events reversed() {
      int n = day.length;
      double[] rx = IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray();
      double[] ry = IntStream.range(0, n).mapToDouble(i -> y[n - 1 - i]).toArray();
      return new Events(rx, ry, IntStream.range(0, n).map(i -> day[n - 1 - i]).toArray());
    }
  }

  private static Events randomEvents(int n, int side, int days, int seed) {
    SeededRandom random = new SeededRandom(seed);
    Events events = new Events(new double[n], new double[n], new int[n]);
    for (int i = 0; i < n; i++) {
      events.x[i] = 100 * random.nextInt(side);
      events.y[i] = 100 * random.nextInt(side);
      events.day[i] = random.nextInt(days);
    }
    return events;
  }

  private static ScanWindow window(double radius, int days, Direction direction) {
    return new ScanWindow(radius, 0.5, days, direction, 2, ScanDistance.PLANE);
  }

  private static ScanCluster first(ScanWindow window, double[] x, Events events) {
    return scan(window, x, events.y, events.day).clusters().get(0);
  }

  private static ScanResult scan(ScanWindow window, double[] x, double[] y, int[] day) {
    return new SpaceTimePermutationScan(window, FEW)
        .scan(x, y, day, 0, lastDay(window, day), Progress.silent());
  }

  /** Ninety days, or until the last event when only what still goes on counts. */
  private static int lastDay(ScanWindow window, int[] day) {
    return window.direction() == Direction.RETROSPECTIVE
        ? 89
        : Math.min(89, Arrays.stream(day).max().orElse(89));
  }

  private static double largestByTryingAll(ScanWindow window, Events events) {
    Places places = Places.of(events.x, events.y);
    double[] perPlace = new double[places.size()];
    for (int i = 0; i < events.day.length; i++) {
      perPlace[places.placeOf(i)]++;
    }
    Circles circles = Circles.of(places, window, perPlace);
    int lastDay = lastDay(window, events.day);
    double largest = 0;
    for (int centre = 0; centre < places.size(); centre++) {
      boolean[] inside = new boolean[places.size()];
      for (int member : circles.members(centre)) {
        inside[member] = true;
        for (int last = 0; last <= lastDay; last++) {
          for (int first = Math.max(0, last - window.maxDays() + 1); first <= last; first++) {
            if (window.direction() == Direction.RETROSPECTIVE || last == lastDay) {
              largest = Math.max(largest, statistic(places, events, inside, first, last));
            }
          }
        }
      }
    }
    return largest;
  }

  private static double statistic(
      Places places, Events events, boolean[] inside, int first, int last) {
    int both = 0;
    int inCircle = 0;
    int inDays = 0;
    for (int i = 0; i < events.day.length; i++) {
      boolean here = inside[places.placeOf(i)];
      boolean now = events.day[i] >= first && events.day[i] <= last;
      both += here && now ? 1 : 0;
      inCircle += here ? 1 : 0;
      inDays += now ? 1 : 0;
    }
    int all = events.day.length;
    return both < 2 ? 0 : LikelihoodRatio.poisson(both, (double) inCircle * inDays / all, all);
  }
}
