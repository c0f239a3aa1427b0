package se.samlad.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.file.RawRow;

/**
 * What the columns of an unknown file seem to hold, and by which sign: their headings first, then what stands in them.
 *
 * @param columns the column of each field that was found, from 0
 * @param signs why, as the last part of a message key
 */
record Guess(Target target, Map<Field, Integer> columns, Map<Field, String> signs, Grid grid) {

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}[:.]\\d{2}.*+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,8}(?:[.,]\\d{1,15})?");
  private static final Pattern TOLD = Pattern.compile("[\\d\\s.,:/-]*+\\d[\\d\\s.,:/-]*+");

  Guess {
    columns = Map.copyOf(columns);
    signs = Map.copyOf(signs);
  }

  /** Whether the first row holds headings: words, each once, none of them a number or a date. */
  static boolean hasHeader(RawRow first) {
    List<String> said = first.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    return new HashSet<>(said).size() == said.size()
        && said.stream().noneMatch(cell -> TOLD.matcher(cell).matches());
  }

  static Guess of(List<String> headings, List<RawRow> rows, AreaLocator locator) {
    Finder finder = new Finder(headings, rows);
    finder.byName();
    finder.byLikeness();
    finder.momentsAndDays();
    finder.points();
    Target target = finder.columns.containsKey(Field.CODE) ? Target.CRIMES : Target.REPORTS;
    finder
        .columns
        .keySet()
        .removeAll(
            target == Target.CRIMES
                ? Set.of(Field.CATEGORY, Field.TEXT)
                : Set.of(Field.CODE, Field.LABEL, Field.OFFENCES));
    return new Guess(target, finder.columns, finder.signs, finder.grid(locator));
  }

  private static final class Finder {

    private final List<String> headings;
    private final List<RawRow> rows;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final Map<Field, String> signs = new EnumMap<>(Field.class);

    Finder(List<String> headings, List<RawRow> rows) {
      this.headings = headings;
      this.rows = rows;
    }

    void byName() {
      for (Field field : Field.values()) {
        for (String name : field.headings()) {
          find(heading -> Field.same(heading, name)).ifPresent(at -> take(field, at, "name"));
        }
      }
    }

    void byLikeness() {
      for (Field field : Field.values()) {
        for (String name : field.headings()) {
          String bare = Field.bare(name);
          if (bare.length() >= 4) {
            find(heading -> Field.bare(heading).contains(bare))
                .ifPresent(at -> take(field, at, "like"));
          }
        }
      }
    }

    /** A column called a day may hold moments, and one called a moment days. */
    void momentsAndDays() {
      Integer day = columns.get(Field.FROM_DAY);
      if (day != null && !columns.containsKey(Field.FROM) && mostly(day, MOMENT)) {
        columns.remove(Field.FROM_DAY);
        signs.remove(Field.FROM_DAY);
        put(Field.FROM, day, "content");
      }
      Integer moment = columns.get(Field.FROM);
      if (moment != null && !columns.containsKey(Field.FROM_DAY) && !mostly(moment, MOMENT)) {
        columns.remove(Field.FROM);
        signs.remove(Field.FROM);
        put(Field.FROM_DAY, moment, "content");
      }
    }

    /** Columns of coordinates by their values; X and Y mean either way round, depending on who made the file. */
    void points() {
      Integer north = columns.get(Field.NORTH);
      Integer east = columns.get(Field.EAST);
      if (north != null && east != null && !isNorth(north) && isNorth(east)) {
        put(Field.NORTH, east, "content");
        put(Field.EAST, north, "content");
      }
    }

    Grid grid(AreaLocator locator) {
      Integer north = columns.get(Field.NORTH);
      Integer east = columns.get(Field.EAST);
      if (north == null || east == null) {
        return Grid.WGS84;
      }
      List<double[]> points = rows.stream()
          .filter(row -> NUMBER.matcher(row.cell(north)).matches()
              && NUMBER.matcher(row.cell(east)).matches())
          .map(row -> new double[] {number(row.cell(north)), number(row.cell(east))})
          .toList();
      if (points.isEmpty() || points.getFirst()[0] < 90) {
        return Grid.WGS84;
      }
      if (points.stream().allMatch(point -> point[1] > Grid.TM.leastEasting())
          && hits(Grid.TM, points, locator) * 2 >= points.size()) {
        return Grid.TM;
      }
      Grid best = Grid.TM;
      for (Grid zone : Grid.zones()) {
        if (hits(zone, points, locator) > hits(best, points, locator)) {
          best = zone;
        }
      }
      return best;
    }

    /** How many of the points lie in an area of the municipality when read in the system. */
    private static long hits(Grid grid, List<double[]> points, AreaLocator locator) {
      return points.stream()
          .filter(point -> {
            Sweref99.Geographic at = grid.geographic(point[0], point[1]);
            Sweref99.Point plane = Sweref99.TM.project(at.lon(), at.lat());
            return locator.locate(plane.easting(), plane.northing()).isPresent();
          })
          .count();
    }

    private boolean isNorth(int column) {
      return rows.stream()
          .map(row -> row.cell(column))
          .filter(cell -> NUMBER.matcher(cell).matches())
          .findFirst()
          .map(Finder::number)
          .filter(value -> value >= 55 && value <= 70 || value >= Grid.LEAST_NORTHING)
          .isPresent();
    }

    private boolean mostly(int column, Pattern pattern) {
      List<String> said = rows.stream()
          .map(row -> row.cell(column))
          .filter(cell -> !cell.isEmpty())
          .toList();
      long matching =
          said.stream().filter(cell -> pattern.matcher(cell).matches()).count();
      return matching * 2 > said.size();
    }

    private Optional<Integer> find(java.util.function.Predicate<String> wanted) {
      List<Integer> free =
          new ArrayList<>(IntStream.range(0, headings.size()).boxed().toList());
      free.removeAll(columns.values());
      return free.stream().filter(at -> wanted.test(headings.get(at))).findFirst();
    }

    private void take(Field field, int column, String sign) {
      if (!columns.containsKey(field)) {
        put(field, column, sign);
      }
    }

    private void put(Field field, int column, String sign) {
      columns.put(field, column);
      signs.put(field, sign);
    }

    private static double number(String text) {
      return Double.parseDouble(text.replace(',', '.'));
    }
  }
}
