package se.samlad.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Stability.Parameters;
import se.samlad.analysis.cluster.Hdbscan;
import se.samlad.analysis.cluster.RipleyK;
import se.samlad.analysis.density.Kernel;
import se.samlad.analysis.density.KernelDensity;
import se.samlad.analysis.density.KernelDensity.Placement;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.DisplacementQuotient;
import se.samlad.analysis.effect.EmpiricalBayesBefore;
import se.samlad.analysis.effect.Power;
import se.samlad.analysis.forecast.ForecastAccuracy;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;
import se.samlad.analysis.grid.SquareGrid;
import se.samlad.analysis.interaction.Replicates;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.ScanWindow;
import se.samlad.analysis.interaction.SpaceTimePermutationScan;
import se.samlad.analysis.patrol.Crew;
import se.samlad.analysis.patrol.PatrolPlanner;
import se.samlad.analysis.patrol.TravelTimes;
import se.samlad.analysis.patrol.Visit;
import se.samlad.analysis.season.AoristicWeek;
import se.samlad.analysis.season.EmergingHotspots;
import se.samlad.analysis.season.MannKendall;
import se.samlad.analysis.season.MonthIndex;
import se.samlad.analysis.season.Stl;

class StabilityTest {
  private static final Parameters HOW = new Parameters(200, 7, 1);
  private static final Progress SILENT = Progress.silent();
  private static final Progress CANCELLED = new Progress() {
    @Override
    public void done(long units, long ofUnits) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  };

  @Test
  void shareIsThatOfTheDrawsWithTheSameWordWhateverTheThreads() {
    Stability coin = Stability.of(HOW, SILENT, () -> random -> random.nextDouble() < 0.9);
    assertThat(coin.share()).isCloseTo(0.9, within(0.06));
    assertThat(coin.certainty()).isEqualTo(Certainty.of(coin.share()));
    Parameters threads = new Parameters(200, 7, 3);
    assertThat(Stability.of(threads, SILENT, () -> random -> random.nextDouble() < 0.9))
        .isEqualTo(coin);
    assertThatIllegalArgumentException().isThrownBy(() -> new Parameters(0, 1, 1));
  }

  @Test
  void drawsTellHowFarTheyAreAndStopWhenCancelled() {
    List<Long> told = new ArrayList<>();
    Stability.of(HOW, (done, of) -> told.add(done), () -> random -> true);
    assertThat(told).hasSize(200).last().isEqualTo(200L);
    assertThatThrownBy(() -> Stability.of(HOW, CANCELLED, () -> random -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void longWorkStopsWhenCancelled() {
    double[] x = new double[300];
    double[] y = new double[300];
    List<Visit> visits = new ArrayList<>();
    double[][] places = new double[20][];
    for (int i = 0; i < 300; i++) {
      x[i] = i * 37 % 1000;
      y[i] = i * 91 % 1000;
    }
    for (int i = 0; i < 20; i++) {
      places[i] = new double[] {x[i], y[i]};
      visits.add(Visit.anytime("place " + i, i, 1 + i, 15));
    }
    PlanePoints points = PlanePoints.of(x, y);
    Rectangle area = Rectangle.around(points);
    List<Crew> crews = List.of(Crew.from("car", 0, 0, 120));
    TravelTimes travel = TravelTimes.straight(places, 30, 1.3);
    PatrolPlanner planner = new PatrolPlanner(PatrolPlanner.Parameters.of(1));
    double[] ones = KernelDensity.ones(300);
    SquareGrid grid = SquareGrid.around(points, 50, 100);
    List<ThrowingCallable> work = List.of(
        () -> RipleyK.of(points, area, new double[] {100}, RipleyK.Correction.NONE, CANCELLED),
        () -> Hdbscan.of(points, 5, 1, CANCELLED),
        () -> planner.plan(visits, crews, travel, CANCELLED),
        () -> new KernelDensity(Kernel.GAUSSIAN, 100, Placement.EXPANDED, 1)
            .on(grid, points, ones, CANCELLED),
        () -> EmergingHotspots.of(
            new int[][] {{1, 2, 3, 4}, {2, 3, 1, 4}, {3, 1, 2, 9}},
            Neighbours.queen(2, 2),
            new EmergingHotspots.Parameters(1.96, 0.75, 10, 1, 1),
            CANCELLED));
    assertThat(work)
        .allSatisfy(each -> assertThatThrownBy(each).isInstanceOf(CancellationException.class));
  }

  @Test
  void redrawnCountsHaveTheMeanAndTheDispersionAsked() {
    SeededRandom random = new SeededRandom(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      double drawn = Stability.redrawn(12, 2.5, random);
      sum += drawn;
      squares += drawn * drawn;
    }
    double mean = sum / 20_000;
    assertThat(mean).isCloseTo(12, within(0.2));
    assertThat((squares / 20_000 - mean * mean) / mean).isCloseTo(2.5, within(0.12));
    assertThat(Stability.redrawn(0, 2.5, random)).isZero();
  }

  @Test
  void clearTrendIsStableAndFaintOneIsNot() {
    double[] steep = new double[30];
    double[] faint = new double[30];
    for (int i = 0; i < 30; i++) {
      steep[i] = 10 + 5 * i;
      faint[i] = 10 + (i * 7) % 5 + i / 12.0;
    }
    MannKendall.Parameters standard = MannKendall.Parameters.DEFAULT;
    assertThat(MannKendall.stability(steep, standard, HOW, SILENT).share()).isGreaterThan(0.95);
    assertThat(MannKendall.stability(faint, standard, HOW, SILENT).share()).isLessThan(0.95);
  }

  @Test
  void seasonThatStandsOutKeepsItsPeakAndNoiseDoesNot() {
    double[] season = new double[60];
    double[] noise = new double[60];
    SeededRandom random = new SeededRandom(5);
    for (int i = 0; i < 60; i++) {
      season[i] = 20 + (i % 12 == 6 ? 30 : 0) + random.nextNormal();
      noise[i] = 20 + random.nextNormal();
    }
    Stl stl = new Stl(Stl.Parameters.periodic(12, 60, false));
    assertThat(stl.decompose(season).peak()).isEqualTo(6);
    assertThat(stl.stability(season, HOW, SILENT).share()).isEqualTo(1);
    assertThat(stl.stability(noise, HOW, SILENT).share()).isLessThan(0.99);
  }

  @Test
  void busiestHourAndHighestMonthAreAsStableAsTheirCounts() {
    AoristicWeek many = new AoristicWeek(ZoneId.of("UTC"));
    AoristicWeek few = new AoristicWeek(ZoneId.of("UTC"));
    for (int i = 0; i < 400; i++) {
      many.add(0, 0);
      few.add(3_600_000L * (i % 168), 3_600_000L * (i % 168));
    }
    assertThat(many.result().stability(HOW, SILENT).share()).isEqualTo(1);
    assertThat(few.result().stability(HOW, SILENT).share()).isLessThan(0.2);
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      days.add(LocalDate.of(2026, i % 3 == 0 ? 5 : 7, 1 + i % 28));
    }
    MonthIndex.Result months =
        MonthIndex.of(days, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    assertThat(months.highest()).contains(java.time.Month.JULY);
    assertThat(months.stability(HOW, SILENT).share()).isEqualTo(1);
  }

  @Test
  void largeEffectsAreStableAndSmallOnesAreNot() {
    DisplacementQuotient clear = DisplacementQuotient.of(
        BeforeAfter.of(9000, 3000), BeforeAfter.of(3000, 2000), BeforeAfter.of(6000, 6000));
    assertThat(clear.stability(HOW, SILENT).share()).isEqualTo(1);
    DisplacementQuotient faint =
        DisplacementQuotient.of(BeforeAfter.of(9, 8), BeforeAfter.of(3, 3), BeforeAfter.of(6, 6));
    assertThat(faint.stability(HOW, SILENT).share()).isLessThan(0.8);
    int[] places = {90, 3, 4, 5, 2, 3, 6, 4, 3, 5, 4, 2};
    assertThat(EmpiricalBayesBefore.stability(places, 0, HOW, SILENT).share()).isEqualTo(1);
    assertThat(EmpiricalBayesBefore.stability(places, 6, HOW, SILENT).share()).isLessThan(1);
    Power power = Power.of(Power.Parameters.of(20, 60, 52));
    assertThat(power.stability(HOW, SILENT).share()).isBetween(0.2, 1.0);
  }

  @Test
  void flaggedAreasWithManyEventsAreStablyBetterThanChance() {
    double[] predicted = {9, 5, 1, 1};
    double[] events = {90, 1, 0, 1};
    double[] ground = {1, 1, 1, 1};
    ForecastAccuracy.Result result = ForecastAccuracy.of(predicted, events, ground);
    List<Stability> cuts = ForecastAccuracy.stability(result, events, HOW, SILENT);
    assertThat(cuts).hasSize(4);
    assertThat(cuts.get(0).share()).isEqualTo(1);
  }

  @Test
  void clusterOfManyEventsIsFoundAgainAndQuietIsNotAlwaysQuiet() {
    SeededRandom random = new SeededRandom(11);
    double[] x = new double[120];
    double[] y = new double[120];
    int[] day = new int[120];
    for (int i = 0; i < 120; i++) {
      boolean cluster = i < 25;
      x[i] = cluster ? 5000 : 10_000 * random.nextDouble();
      y[i] = cluster ? 5000 : 10_000 * random.nextDouble();
      day[i] = cluster ? 98 + i % 3 : random.nextInt(101);
    }
    SpaceTimePermutationScan scan =
        new SpaceTimePermutationScan(ScanWindow.thisWeek(), new Replicates(99, 1, 1));
    ScanResult result = scan.scan(x, y, day, 0, 100, SILENT);
    assertThat(result.isFound()).isTrue();
    Parameters few = new Parameters(40, 7, 1);
    assertThat(scan.stability(result, x, y, day, few, SILENT).share()).isEqualTo(1);
  }
}
