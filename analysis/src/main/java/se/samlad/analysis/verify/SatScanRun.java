package se.samlad.analysis.verify;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.Progress;
import se.samlad.analysis.interaction.Replicates;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.SpaceTimePermutationScan;
import se.samlad.analysis.interaction.SpaceTimePoissonScan;
import se.samlad.analysis.interaction.SpatialScan;
import se.samlad.analysis.interaction.StandardisedExpected;

/** Scans what a parameter file of SaTScan names, with the model and the window it asks for. */
final class SatScanRun {

  private static final int POISSON = 0;
  private static final int BERNOULLI = 1;
  private static final int PERMUTATION = 2;

  private static final int PURELY_SPATIAL = 1;

  private SatScanRun() {}

  static ScanResult of(SatScanInput input) {
    return switch (input.number("ModelType")) {
      case POISSON -> poisson(input);
      case BERNOULLI -> bernoulli(input);
      case PERMUTATION -> permutation(input);
      default ->
        throw new IllegalArgumentException(
            "ModelType %s is not among Poisson, Bernoulli and permutation"
                .formatted(input.value("ModelType")));
    };
  }

  /** Ten times as many as the reference for a purely spatial scan, whose statistic comes in steps wider than the tolerance of a quantile. */
  private static Replicates replicates(SatScanInput input) {
    int count = input.number("AnalysisType") == PURELY_SPATIAL
        ? 10 * input.replicates() + 9
        : input.replicates();
    return new Replicates(count, 20261127, Runtime.getRuntime().availableProcessors());
  }

  private static ScanResult permutation(SatScanInput input) {
    List<Integer> at = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    LocalDate start = input.date("StartDate");
    for (String[] row : input.rows("CaseFile")) {
      int day = (int) ChronoUnit.DAYS.between(start, SatScanInput.date(row[2], "/"));
      for (int i = 0; i < Integer.parseInt(row[1]); i++) {
        at.add(input.place(row[0]));
        days.add(day);
      }
    }
    int last = (int) ChronoUnit.DAYS.between(start, input.date("EndDate"));
    return new SpaceTimePermutationScan(input.window(last + 1), replicates(input))
        .scan(input.x(), input.y(), whole(at), whole(days), 0, last, Progress.silent());
  }

  private static ScanResult bernoulli(SatScanInput input) {
    return new SpatialScan(input.window(1), replicates(input))
        .bernoulli(
            input.x(),
            input.y(),
            counts(input, "CaseFile"),
            counts(input, "ControlFile"),
            Progress.silent());
  }

  private static double[] counts(SatScanInput input, String file) {
    double[] counts = new double[input.ids().size()];
    for (String[] row : input.rows(file)) {
      counts[input.place(row[0])] += Double.parseDouble(row[1]);
    }
    return counts;
  }

  private static ScanResult poisson(SatScanInput input) {
    LocalDate start = input.date("StartDate");
    int firstYear = start.getYear();
    int years = input.date("EndDate").getYear() - firstYear + 1;
    double[] borders = new double[years + 1];
    for (int year = 0; year <= years; year++) {
      borders[year] = ChronoUnit.DAYS.between(start, start.plusYears(year));
    }
    int places = input.ids().size();
    int[][] cases = new int[places][years];
    Map<String, Double> casesOfKind = new LinkedHashMap<>();
    for (String[] row : input.rows("CaseFile")) {
      int count = Integer.parseInt(row[1]);
      cases[input.place(row[0])][Integer.parseInt(row[2]) - firstYear] += count;
      casesOfKind.merge(kind(row), (double) count, Double::sum);
    }
    double[][] expected = expected(input, casesOfKind, start, borders);
    return new SpaceTimePoissonScan(input.window(years), replicates(input))
        .scan(input.x(), input.y(), cases, expected, Progress.silent());
  }

  private static double[][] expected(
      SatScanInput input, Map<String, Double> casesOfKind, LocalDate start, double[] borders) {
    List<String[]> rows = input.rows("PopulationFile");
    List<String> years = rows.stream().map(row -> row[1]).distinct().sorted().toList();
    List<String> kinds = rows.stream().map(SatScanRun::kind).distinct().toList();
    double[][][] population = new double[kinds.size()][input.ids().size()][years.size()];
    for (String[] row : rows) {
      population[kinds.indexOf(kind(row))][input.place(row[0])][years.indexOf(row[1])] +=
          Double.parseDouble(row[2]);
    }
    return StandardisedExpected.of(
        population,
        years.stream().mapToDouble(year -> middleOf(year, start)).toArray(),
        kinds.stream().mapToDouble(kind -> casesOfKind.getOrDefault(kind, 0.0)).toArray(),
        borders);
  }

  /** SaTScan takes a population that is known by its year to stand on the first of July. */
  private static double middleOf(String year, LocalDate start) {
    int full = Integer.parseInt(year) + (year.length() == 2 ? 1900 : 0);
    return ChronoUnit.DAYS.between(start, LocalDate.of(full, 7, 1));
  }

  private static String kind(String[] row) {
    return row[3] + " " + row[4];
  }

  private static int[] whole(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
