package se.samlad.analysis.patrol;

import java.util.Set;

/**
 * A car or pair on one shift (Swedish: patrull).
 *
 * @param name what it is called
 * @param startLocation where it begins, as a number in the travel times
 * @param endLocation where it must be at the end
 * @param from the minute the shift begins
 * @param to the minute it ends
 * @param objects the objects it may serve, none named meaning all
 */
public record Crew(
    String name, int startLocation, int endLocation, double from, double to, Set<String> objects) {

  public Crew {
    if (!(from <= to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      throw new IllegalArgumentException(
          "The shift of %s lasts from %s to %s".formatted(name, from, to));
    }
    objects = Set.copyOf(objects);
  }

  /** A crew that begins and ends at the same place and may serve all objects. */
  public static Crew from(String name, int location, double from, double to) {
    return new Crew(name, location, location, from, to, Set.of());
  }

  boolean mayServe(Visit visit) {
    return objects.isEmpty() || objects.contains(visit.object());
  }
}
