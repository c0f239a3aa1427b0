package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.table.Csv;

/** Reads neighbours.csv: directed pairs i, j of units numbered from 1. */
final class PairsFile {
  private PairsFile() {}

  static Neighbours read(Path folder, int units) {
    Csv pairs = Csv.read(folder.resolve("neighbours.csv"));
    int[] from = Arrays.stream(pairs.integers("i")).map(i -> i - 1).toArray();
    int[] to = Arrays.stream(pairs.integers("j")).map(j -> j - 1).toArray();
    return Neighbours.ofPairs(units, from, to);
  }
}
