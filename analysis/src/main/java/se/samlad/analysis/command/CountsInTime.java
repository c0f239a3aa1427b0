package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.SpaceTimePoissonScan;

/** Rows of place and day made into a table: a row per place, a step per different day; what is not in the input is 0. */
record CountsInTime(double[] x, double[] y, int[][] cases, double[][] expected, int[] days) {

  static CountsInTime of(Input.Points places, int[] day, int[] cases, double[] expected) {
    int[] days = Arrays.stream(day).distinct().sorted().toArray();
    Map<List<Double>, Integer> rowOf = new LinkedHashMap<>();
    List<int[]> caseRows = new ArrayList<>();
    List<double[]> expectedRows = new ArrayList<>();
    for (int i = 0; i < day.length; i++) {
      int row = rowOf.computeIfAbsent(List.of(places.x()[i], places.y()[i]), place -> {
        requireRoom(caseRows.size() + 1L, days.length);
        caseRows.add(new int[days.length]);
        expectedRows.add(new double[days.length]);
        return caseRows.size() - 1;
      });
      int step = Arrays.binarySearch(days, day[i]);
      caseRows.get(row)[step] += cases[i];
      expectedRows.get(row)[step] += expected[i];
    }
    return new CountsInTime(
        rowOf.keySet().stream().mapToDouble(place -> place.get(0)).toArray(),
        rowOf.keySet().stream().mapToDouble(place -> place.get(1)).toArray(),
        caseRows.toArray(int[][]::new),
        expectedRows.toArray(double[][]::new),
        days);
  }

  private static void requireRoom(long places, long days) {
    if (places * days > SpaceTimePoissonScan.MOST_CELLS) {
      throw new IllegalArgumentException(
          "The input has more than %d places x days, which is the limit"
              .formatted(SpaceTimePoissonScan.MOST_CELLS));
    }
  }

  ScanResult scan(SpaceTimePoissonScan scan, Progress progress) {
    return scan.scan(x, y, cases, expected, progress);
  }

  Stability stability(
      SpaceTimePoissonScan scan, ScanResult result, Stability.Parameters how, Progress progress) {
    return scan.stability(result, x, y, cases, expected, how, progress);
  }

  int dayOf(int step) {
    return days[step];
  }
}
