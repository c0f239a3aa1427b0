package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.samlad.analysis.forecast.ForecastAccuracy;
import se.samlad.analysis.forecast.ForecastAccuracy.Cut;
import se.samlad.analysis.table.Csv;

/** PAI, PEI and RRI at every cut. */
final class ForecastAccuracyFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-10, 1);

  @Override
  public String name() {
    return "forecast_accuracy";
  }

  @Override
  public void check(Path folder, Findings findings) {
    for (String prefix : List.of("", "doc_example_")) {
      Path input = folder.resolve(prefix + "input.csv");
      if (Files.exists(input)) {
        check(Csv.read(input), Csv.read(folder.resolve(prefix + "expected.csv")), findings);
      }
    }
  }

  private static void check(Csv input, Csv expected, Findings findings) {
    List<Cut> cuts = ForecastAccuracy.of(
            input.numbers("pred"), input.numbers("count"), input.numbers("area"))
        .cuts();
    findings.group("number of cuts", Tolerance.exact()).compare(expected.size(), cuts.size());
    for (int row = 0; row < Math.min(expected.size(), cuts.size()); row++) {
      Cut ours = cuts.get(row);
      Expected reads = new Expected(expected, row, findings);
      reads.compare("PAI", TOLERANCE, "PAI", ours.pai());
      reads.compare("PEI", TOLERANCE, "PEI", ours.pei());
      reads.compare("RRI", TOLERANCE, "RRI", ours.rri());
      reads.compare("cumulated", TOLERANCE, "CumCount", ours.events());
      reads.compare("cumulated", TOLERANCE, "CumPred", ours.predicted());
      reads.compare("cumulated", TOLERANCE, "CumArea", ours.ground());
    }
  }
}
