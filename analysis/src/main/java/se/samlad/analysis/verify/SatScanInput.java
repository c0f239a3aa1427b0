package se.samlad.analysis.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samlad.analysis.interaction.ScanDistance;
import se.samlad.analysis.interaction.ScanWindow;

/**
 * The parameters of a SaTScan run and the text files they name: places, cases, controls, population.
 *
 * @param folder where the files lie
 * @param parameters by name
 * @param ids of the places in order of the file
 * @param x or longitude
 * @param y or latitude
 */
record SatScanInput(
    Path folder, Map<String, String> parameters, List<String> ids, double[] x, double[] y) {

  static SatScanInput read(Path folder) {
    Map<String, String> parameters = lines(folder.resolve("parameters.prm"))
        .filter(line -> !line.startsWith(";") && line.contains("="))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, again) -> first));
    List<String[]> places = table(folder, parameters.getOrDefault("CoordinatesFile", ""));
    boolean globe = "1".equals(parameters.get("CoordinatesType"));
    return new SatScanInput(
        folder,
        parameters,
        places.stream().map(place -> place[0]).toList(),
        column(places, globe ? 2 : 1),
        column(places, globe ? 1 : 2));
  }

  String value(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameters.prm has no " + name);
    }
    return value;
  }

  int number(String name) {
    return (int) Double.parseDouble(value(name));
  }

  LocalDate date(String name) {
    return date(value(name), "/");
  }

  static LocalDate date(String text, String separator) {
    int[] parts =
        Arrays.stream(text.split(separator)).mapToInt(Integer::parseInt).toArray();
    return LocalDate.of(parts[0], parts[1], parts[2]);
  }

  int replicates() {
    return number("MonteCarloReps");
  }

  /** The rows of the file that a parameter names. */
  List<String[]> rows(String parameter) {
    return table(folder, value(parameter));
  }

  int place(String id) {
    int at = ids.indexOf(id);
    if (at < 0) {
      throw new IllegalArgumentException("There is no place " + id);
    }
    return at;
  }

  ScanWindow window(int steps) {
    boolean globe = number("CoordinatesType") == 1;
    double radius = value("UseDistanceFromCenterOption").equals("y")
        ? number("MaxSpatialSizeInDistanceFromCenter") * (globe ? 1000.0 : 1.0)
        : Double.POSITIVE_INFINITY;
    int longest = number("MaxTemporalSizeInterpretation") == 1
        ? number("MaxTemporalSize")
        : (int) Math.floor(number("MaxTemporalSize") / 100.0 * steps);
    return new ScanWindow(
        radius,
        number("MaxSpatialSizeInPopulationAtRisk") / 100.0,
        Math.max(1, longest),
        number("AnalysisType") == 4
            ? ScanWindow.Direction.PROSPECTIVE
            : ScanWindow.Direction.RETROSPECTIVE,
        number("MinimumCasesInHighRateClusters"),
        globe ? ScanDistance.GREAT_CIRCLE : ScanDistance.PLANE);
  }

  private static double[] column(List<String[]> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }

  private static List<String[]> table(Path folder, String file) {
    return lines(folder.resolve(file))
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .map(line -> line.split("\\s+"))
        .toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }
}
