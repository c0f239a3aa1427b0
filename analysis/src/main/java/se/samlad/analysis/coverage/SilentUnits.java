package se.samlad.analysis.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units that answered in the first half of a period and mostly not in the second, beside those that went on. Their levels
 * in the first half are compared as two groups of units whose counts vary more than chance alone.
 */
final class SilentUnits {

  private final Map<String, Halves> units = new TreeMap<>();
  private final Halves all = new Halves();

  static SilentUnits of(List<UnitWeek> sorted) {
    SilentUnits silent = new SilentUnits();
    List<LocalDate> weeks = sorted.stream().map(UnitWeek::week).distinct().toList();
    LocalDate middle = weeks.get(weeks.size() / 2);
    for (UnitWeek each : sorted) {
      boolean first = each.week().isBefore(middle);
      silent.all.add(each, first);
      silent.units.computeIfAbsent(each.unit(), unit -> new Halves()).add(each, first);
    }
    return silent;
  }

  /** The answered part of the expected unit-weeks in the half where it is smaller. */
  double smallestShare() {
    return Math.min(all.share(0), all.share(1));
  }

  /** Whether those who fell silent had another level than those who went on, at this level of significance. */
  boolean differ(double level) {
    List<Halves> compared =
        units.values().stream().filter(unit -> unit.effort > 0).toList();
    double[] counts = new double[2];
    double[] efforts = new double[2];
    for (Halves unit : compared) {
      int group = unit.fellSilent() ? 1 : 0;
      counts[group] += unit.incidents;
      efforts[group] += unit.effort;
    }
    if (efforts[0] == 0 || efforts[1] == 0 || counts[0] + counts[1] == 0) {
      return false;
    }
    double logRatio =
        Math.log((counts[1] + 0.5) / efforts[1]) - Math.log((counts[0] + 0.5) / efforts[0]);
    double variance =
        dispersion(compared, counts, efforts) * (1 / (counts[1] + 0.5) + 1 / (counts[0] + 0.5));
    return Math.abs(logRatio) / Math.sqrt(variance) > twoSidedQuantile(level);
  }

  private static double dispersion(List<Halves> compared, double[] counts, double[] efforts) {
    double chiSquare = 0;
    for (Halves unit : compared) {
      int group = unit.fellSilent() ? 1 : 0;
      double expected = counts[group] / efforts[group] * unit.effort;
      if (expected > 0) {
        chiSquare += (unit.incidents - expected) * (unit.incidents - expected) / expected;
      }
    }
    return compared.size() > 2 ? Math.max(1, chiSquare / (compared.size() - 2)) : 1;
  }

  /** Abramowitz & Stegun (1964) 26.2.23, good to 0.00045. */
  private static double twoSidedQuantile(double level) {
    double t = Math.sqrt(-2 * Math.log(level / 2));
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }

  /** One unit's expected and answered weeks by half, and what it told of in the first. */
  private static final class Halves {
    private final int[] expected = new int[2];
    private final int[] answered = new int[2];
    private double incidents;
    private double effort;

    void add(UnitWeek week, boolean first) {
      int half = first ? 0 : 1;
      expected[half]++;
      if (week.answered()) {
        answered[half]++;
        if (first) {
          incidents += week.incidents();
          effort += week.effort();
        }
      }
    }

    double share(int half) {
      return expected[half] == 0 ? 0 : (double) answered[half] / expected[half];
    }

    boolean fellSilent() {
      return expected[1] > 0 && share(1) < 0.5;
    }
  }
}
