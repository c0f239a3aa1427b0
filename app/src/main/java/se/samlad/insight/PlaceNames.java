package se.samlad.insight;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.Place;
import se.samlad.ground.geography.Places;

/** What a spot on the map is called: the nearest named place, else the street most of its incidents name, else its area. */
@Component
class PlaceNames {

  private static final double NEAR_METERS = 250;

  private final Places places;
  private final Areas areas;

  PlaceNames(Places places, Areas areas) {
    this.places = places;
    this.areas = areas;
  }

  /** Opens the register once for a run; a name is given to one place only. */
  Book open() {
    return new Book(
        places.named(), areas.main().stream().collect(Collectors.toMap(Area::id, Area::name)));
  }

  /** The names of one run. */
  static final class Book {
    private final List<Place> places;
    private final Map<UUID, String> areas;
    private final Set<String> given = new HashSet<>();

    Book(List<Place> places, Map<UUID, String> areas) {
      this.places = places;
      this.areas = areas;
    }

    String nameOf(double easting, double northing, List<String> labels, Optional<UUID> area) {
      String name = nearest(easting, northing)
          .or(() -> street(labels).filter(street -> !given.contains(street)))
          .or(() -> area.map(areas::get).filter(known -> !given.contains(known)))
          .orElseGet(() -> position(easting, northing));
      given.add(name);
      return name;
    }

    private Optional<String> nearest(double easting, double northing) {
      return places.stream()
          .filter(place -> !given.contains(place.name()))
          .filter(place -> meters(place, easting, northing) <= NEAR_METERS)
          .min(Comparator.comparingDouble((Place place) -> meters(place, easting, northing))
              .thenComparing(Place::name))
          .map(Place::name);
    }

    /** The street that most labels begin with, without its number: Järnvägsgatan of Järnvägsgatan 4. */
    private static Optional<String> street(List<String> labels) {
      return labels.stream()
          .map(label -> label.replaceFirst("\\s+\\d.*$", "").strip())
          .filter(street -> !street.isBlank() && street.length() <= 80)
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
          .entrySet()
          .stream()
          .max(Map.Entry.<String, Long>comparingByValue()
              .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(Map.Entry::getKey);
    }

    private static String position(double easting, double northing) {
      return String.format(Locale.ROOT, "N %.0f E %.0f", northing, easting);
    }

    private static double meters(Place place, double easting, double northing) {
      return Math.hypot(place.easting() - easting, place.northing() - northing);
    }
  }
}
