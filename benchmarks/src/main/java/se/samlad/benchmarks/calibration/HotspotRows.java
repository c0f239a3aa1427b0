package se.samlad.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.analysis.aberration.HotspotTest.Family;
import se.samlad.analysis.distribution.SeededRandom;

/** Hotspots among 400 cells: false ones where nothing has happened, and found ones by effect and size of place. */
final class HotspotRows {
  private static final int CELLS = 400;
  private static final int WINDOWS = 13;
  private static final int PLANTED = 3;
  private static final List<Spread> SPREADS = List.of(
      Spread.POISSON,
      Spread.clumps(2),
      Spread.clumps(2.5),
      Spread.clumps(3),
      Spread.livelyWeeks(0.4));
  private static final double[] SIZES = {2, 5, 10, 20};
  private static final double[] EFFECTS = {1.5, 2, 3, 5};
  private static final int FIRST_ROW = 200;

  private final Settings settings;
  private final List<Row> rows = new ArrayList<>();
  private int row = FIRST_ROW;

  HotspotRows(Settings settings) {
    this.settings = settings;
  }

  List<Row> rows() {
    for (Spread spread : SPREADS) {
      without(spread);
    }
    for (Spread spread : List.of(Spread.POISSON, Spread.clumps(2.5))) {
      for (double size : SIZES) {
        for (double effect : EFFECTS) {
          planted(size, effect, spread);
        }
      }
    }
    return rows;
  }

  private static HotspotTest.Parameters parameters(Family family) {
    return HotspotTest.Parameters.defaults().withDraws(0).withFamily(family);
  }

  private void without(Spread spread) {
    Share[] shares = Towns.run(settings, row++, 2, (random, sums) -> {
      Town town = Town.draw(random, 0, 1, spread);
      sums[0].town(!town.run(Family.ACTIVE).hotspots().isEmpty());
      sums[1].town(!town.run(Family.AT_MINIMUM).hotspots().isEmpty());
    });
    String section = "Hotspots, %d cells, towns without signal".formatted(CELLS);
    String town = spread.toString();
    rows.add(
        new Row(section, town, "town-weeks with a false hotspot", shares[0], Demand.atMost(0.10)));
    rows.add(new Row(
        section, town, "the same, family of cells with at least 5 alone", shares[1], Demand.NONE));
  }

  private void planted(double size, double effect, Spread spread) {
    Share[] shares = Towns.run(settings, row++, 2, (random, sums) -> {
      Town town = Town.draw(random, size, effect, spread);
      int found = 0;
      int kept = 0;
      for (HotspotTest.Cell cell : town.run(Family.ACTIVE).hotspots()) {
        kept++;
        found += cell.index() < PLANTED ? 1 : 0;
      }
      sums[0].town(found, PLANTED);
      sums[1].town(found, kept);
    });
    String section = "Hotspots, %d of %d cells raised: found and right".formatted(PLANTED, CELLS);
    String town = "place of %s in four weeks, x %s, %s"
        .formatted(CountRows.plain(size), CountRows.plain(effect), spread);
    rows.add(new Row(section, town, "recall: raised cells found", shares[0], Demand.NONE));
    rows.add(
        new Row(section, town, "precision: hotspots that were raised", shares[1], Demand.NONE));
  }

  private record Town(int[] now, int[][] past) {
    /** Most cells hold little: means from a gamma distribution of shape 0.3 with 1.5 in four weeks on average. */
    static Town draw(SeededRandom random, double size, double effect, Spread spread) {
      int[] now = new int[CELLS];
      int[][] past = new int[CELLS][];
      for (int i = 0; i < CELLS; i++) {
        boolean raised = size > 0 && i < PLANTED;
        double mean = raised ? size : 1.5 * random.nextGamma(0.3) / 0.3;
        past[i] = spread.counts(random, WINDOWS, mean);
        now[i] = spread.count(random, raised ? mean * effect : mean);
      }
      return new Town(now, past);
    }

    HotspotTest.Result run(Family family) {
      return HotspotTest.run(now, past, parameters(family));
    }
  }
}
