package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import se.samlad.analysis.patrol.Crew;

/** The crews of a patrol plan: so many alike, or a row each with shift, start, end and the objects it may serve. */
final class PatrolCrews {
  private static final int MOST = 50;

  private PatrolCrews() {}

  static List<Crew> alike(int cars, double minutes) {
    if (cars < 1 || cars > MOST) {
      throw new IllegalArgumentException(
          "--cars must be from 1 to %d, not %d".formatted(MOST, cars));
    }
    List<Crew> crews = new ArrayList<>();
    for (int car = 1; car <= cars; car++) {
      crews.add(Crew.from("car " + car, 0, 0, minutes));
    }
    return crews;
  }

  /** Rows with name, from and to; start and end name places, objects are put together with a plus. */
  static List<Crew> of(Input file, String[] places) {
    if (file.size() < 1 || file.size() > MOST) {
      throw new IllegalArgumentException(
          "The file of crews must have 1 to %d rows, not %d".formatted(MOST, file.size()));
    }
    List<Crew> crews = new ArrayList<>();
    for (int row = 0; row < file.size(); row++) {
      try {
        crews.add(new Crew(
            file.text(row, "name"),
            place(file, row, "start", places),
            place(file, row, "end", places),
            file.number(row, "from"),
            file.number(row, "to"),
            objects(file, row)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("The file of crews: " + e.getMessage(), e);
      }
    }
    return crews;
  }

  private static int place(Input file, int row, String column, String[] places) {
    if (!file.has(column) || file.text(row, column).isEmpty()) {
      return 0;
    }
    int place = Arrays.asList(places).indexOf(file.text(row, column));
    if (place < 0) {
      throw new IllegalArgumentException("Row %d: there is no place named \"%s\" to %s from"
          .formatted(row + 1, file.text(row, column), column));
    }
    return place;
  }

  private static Set<String> objects(Input file, int row) {
    return !file.has("objects") || file.text(row, "objects").isEmpty()
        ? Set.of()
        : Set.copyOf(Arrays.asList(file.text(row, "objects").split("\\+", -1)));
  }
}
