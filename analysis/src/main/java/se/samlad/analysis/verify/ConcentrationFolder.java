package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.concentration.Concentration;
import se.samlad.analysis.table.Csv;

/** Gini, generalised Gini, shares of places and the Lorenz curve of several series in one file. */
final class ConcentrationFolder implements FolderKind {

  private static final double TOLERANCE = 1e-12;

  @Override
  public String name() {
    return "concentration";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    Csv expected = Csv.read(folder.resolve("expected.csv"));
    Csv lorenz = Csv.read(folder.resolve("expected_lorenz.csv"));
    for (int row = 0; row < expected.size(); row++) {
      String series = expected.text(row, "series");
      long[] counts = Arrays.stream(input.where("series", series).integers("count"))
          .asLongStream()
          .toArray();
      Concentration ours = Concentration.of(counts);
      check(expected, row, ours.result(), findings);
      double[] curve = lorenz.where("series", series).numbers("L");
      findings.group("Lorenz curve", TOLERANCE).compare(curve, ours.lorenz());
    }
  }

  private static void check(Csv expected, int row, Concentration.Result ours, Findings findings) {
    findings
        .group("places, events, places with events", 0)
        .compare(expected.number(row, "n"), ours.places())
        .compare(expected.number(row, "N"), ours.events())
        .compare(expected.number(row, "nonzero"), ours.placesWithEvents());
    findings
        .group("Gini", TOLERANCE)
        .compare(expected.number(row, "gini"), ours.gini())
        .compare(expected.number(row, "gini_unbiased"), ours.unbiasedGini())
        .compare(expected.number(row, "generalized_gini"), ours.generalisedGini());
    findings
        .group("share of places", TOLERANCE)
        .compare(expected.number(row, "share25"), ours.share25())
        .compare(expected.number(row, "share50"), ours.share50())
        .compare(expected.number(row, "share80"), ours.share80());
  }
}
