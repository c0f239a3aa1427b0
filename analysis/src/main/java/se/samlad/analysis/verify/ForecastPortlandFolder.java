package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.forecast.CellHistory;
import se.samlad.analysis.forecast.Ranking;
import se.samlad.analysis.forecast.StudyArea;
import se.samlad.analysis.table.Csv;

/** Real calls: cells of 600 feet ranked by plain counts and by kernels, scored on the days after. */
final class ForecastPortlandFolder implements FolderKind {

  private static final double CELL_FEET = 600;
  private static final int TRAINING_DAYS = 730;
  private static final double INDEX = 1e-9;
  private static final double KERNEL_EVENTS = 1;

  @Override
  public String name() {
    return "forecast_portland";
  }

  @Override
  public void check(Path folder, Findings findings) {
    StudyArea area = area(Csv.read(folder.resolve("cells.csv")));
    Csv expected = Csv.read(folder.resolve("expected.csv"));
    Map<String, CellHistory> histories = new HashMap<>();
    for (String type : expected.distinct("type")) {
      histories.put(type, history(folder.resolve("calls_%s.csv".formatted(type)), area));
    }
    for (int row = 0; row < expected.size(); row++) {
      CellHistory history = histories.get(expected.text(row, "type"));
      if (history != null) {
        check(history, expected, row, findings);
      }
    }
  }

  private static void check(CellHistory history, Csv expected, int row, Findings findings) {
    LocalDate day = LocalDate.parse(expected.text(row, "train_to"));
    String predictor = expected.text(row, "predictor");
    int flagged = (int) expected.number(row, "cells_flagged");
    double[] scores = ranking(predictor).scores(history, day);
    double[] after = history.counts(day, day.plusDays((long) expected.number(row, "horizon_days")));
    double events = Arrays.stream(after).sum();
    double hits = hits(scores, after, flagged);
    double best = hits(after, after, flagged);
    double pai = hits / events / ((double) flagged / history.area().size());
    Expected reads = new Expected(expected, row, findings);
    reads.compare("N", Tolerance.exact(), "N", events);
    if (predictor.startsWith("count")) {
      reads.compare("n of counts", Tolerance.exact(), "n", hits);
      reads.compare("PAI, PEI of counts", Tolerance.absolute(INDEX), "PAI", pai);
      reads.compare("PAI, PEI of counts", Tolerance.absolute(INDEX), "PEI", hits / best);
    } else {
      reads.compare("n of kernels", Tolerance.absolute(KERNEL_EVENTS), "n", hits);
    }
  }

  private static Ranking ranking(String predictor) {
    if (predictor.startsWith("count")) {
      return new Ranking.PlainCount(Integer.parseInt(predictor.substring("count".length())));
    }
    return new Ranking.KernelCount(
        TRAINING_DAYS, Double.parseDouble(predictor.substring("quartic".length())));
  }

  /** Events in the cells with the highest scores; of equal ones the first in the list. */
  private static double hits(double[] scores, double[] events, int flagged) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    double hits = 0;
    for (int i = 0; i < Math.min(flagged, order.length); i++) {
      hits += events[order[i]];
    }
    return hits;
  }

  private static StudyArea area(Csv cells) {
    List<StudyArea.Cell> made = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      made.add(new StudyArea.Cell((long) cells.number(row, "i"), (long) cells.number(row, "j")));
    }
    return new StudyArea(CELL_FEET, made);
  }

  private static CellHistory history(Path file, StudyArea area) {
    Csv calls = Csv.read(file);
    List<CellHistory.Event> events = new ArrayList<>();
    for (int row = 0; row < calls.size(); row++) {
      events.add(new CellHistory.Event(
          LocalDate.parse(calls.text(row, "date")),
          calls.number(row, "x"),
          calls.number(row, "y")));
    }
    return new CellHistory(area, events);
  }
}
