package se.samlad.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import se.samlad.analysis.aberration.WeeklyAlarms;
import se.samlad.analysis.distribution.SeededRandom;

/** The family of a week's alarms in towns where nothing has happened. */
final class AlarmRows {
  private static final String SECTION = "Weekly alarms as one family, towns without signal";
  private static final int FIRST_ROW = 100;

  private record Setting(int areas, int types, int weeks, double mean, Spread spread) {
    @Override
    public String toString() {
      return "%d areas x %d types, %d past weeks, mean %s a week, %s"
          .formatted(areas, types, weeks, CountRows.plain(mean), spread);
    }
  }

  private static final List<Setting> SETTINGS = List.of(
      new Setting(12, 8, 13, 1, Spread.POISSON),
      new Setting(12, 8, 13, 4, Spread.POISSON),
      new Setting(12, 8, 52, 1, Spread.POISSON),
      new Setting(5, 5, 13, 4, Spread.POISSON),
      new Setting(12, 8, 13, 1, Spread.clumps(2.5)),
      new Setting(12, 8, 13, 4, Spread.clumps(2.5)),
      new Setting(12, 8, 52, 4, Spread.clumps(2.5)),
      new Setting(5, 5, 13, 4, Spread.clumps(2.5)),
      new Setting(12, 8, 13, 4, Spread.livelyWeeks(0.4)),
      new Setting(5, 5, 13, 4, Spread.livelyWeeks(0.4)));

  private AlarmRows() {}

  static List<Row> rows(Settings settings) {
    WeeklyAlarms.Parameters parameters = WeeklyAlarms.Parameters.defaults().withDraws(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < SETTINGS.size(); i++) {
      Setting setting = SETTINGS.get(i);
      Share[] shares = Towns.run(settings, FIRST_ROW + i, 2, (random, sums) -> {
        WeeklyAlarms.Result result = week(random, setting, parameters);
        long above = result.series().stream()
            .filter(each -> each.midP() < parameters.alpha())
            .count();
        sums[0].town(!result.alarms().isEmpty());
        sums[1].town(above, result.tested());
      });
      String town = setting.toString();
      rows.add(new Row(SECTION, town, "weeks that show any alarm", shares[0], Demand.atMost(0.10)));
      rows.add(new Row(SECTION, town, "series above their own interval", shares[1], Demand.NONE));
    }
    return rows;
  }

  /** Areas and types differ in size: each series' mean is drawn from a gamma distribution of shape 0.8. */
  private static WeeklyAlarms.Result week(
      SeededRandom random, Setting setting, WeeklyAlarms.Parameters parameters) {
    int[][] now = new int[setting.areas()][setting.types()];
    int[][][] past = new int[setting.areas()][setting.types()][];
    for (int area = 0; area < setting.areas(); area++) {
      for (int type = 0; type < setting.types(); type++) {
        double mean = setting.mean() * random.nextGamma(0.8) / 0.8;
        now[area][type] = setting.spread().count(random, mean);
        past[area][type] = setting.spread().counts(random, setting.weeks(), mean);
      }
    }
    return WeeklyAlarms.run(now, past, parameters);
  }
}
