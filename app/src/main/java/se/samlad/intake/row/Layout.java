package se.samlad.intake.row;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samlad.intake.Field;
import se.samlad.intake.Mapping;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.UnreadableFile;

/** Where the columns of a mapping stand in a file, read from its header. */
record Layout(Mapping mapping, Map<Field, Integer> positions) {

  Layout {
    positions = Map.copyOf(positions);
  }

  /** Reads the header; a file that lacks a column, or has one twice, is not of the mapping. */
  static Layout of(Mapping mapping, RawRow header) {
    Map<Field, Integer> positions = new EnumMap<>(Field.class);
    for (Map.Entry<Field, String> column : mapping.columns().entrySet()) {
      List<Integer> places = IntStream.range(0, header.cells().size())
          .filter(at -> Field.same(header.cell(at), column.getValue()))
          .boxed()
          .toList();
      if (places.size() > 1) {
        throw new UnreadableFile("intake.file.twice", column.getValue());
      }
      places.forEach(at -> positions.put(column.getKey(), at));
    }
    List<String> missing = mapping.columns().keySet().stream()
        .filter(field -> !positions.containsKey(field) && !mapping.optional().contains(field))
        .sorted()
        .map(mapping::heading)
        .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          "intake.file.missing", missing.stream().collect(Collectors.joining(", ")));
    }
    return new Layout(mapping, positions);
  }

  boolean has(Field field) {
    return positions.containsKey(field);
  }
}
