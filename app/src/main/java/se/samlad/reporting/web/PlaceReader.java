package se.samlad.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.ground.geography.Place;
import se.samlad.ground.geography.Places;
import se.samlad.ground.storage.InvalidInput;

/** Reads where it happened from the form: a place chosen among several, a name, the phone's own position, or an area. */
@Component
class PlaceReader {

  static final String FIELD = "plats";
  private static final int MOST_HITS = 8;

  /** From this accuracy on a position tells the street, and then no more than the neighbourhood. */
  private static final double EXACT_METERS = 50;

  private static final double STREET_METERS = 200;

  private final Places places;

  PlaceReader(Places places) {
    this.places = places;
  }

  /** The places whose name is like what was typed, to choose among; none when nothing was typed or one was meant. */
  List<Place> choices(Typed typed) {
    String name = typed.of(FIELD);
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      return List.of();
    }
    List<Place> hits = places.search(name, MOST_HITS);
    return meant(hits, name).isPresent() ? List.of() : hits;
  }

  /** Puts the place into an incident; empty when the form says none. */
  boolean read(Typed typed, Map<String, Object> incident) {
    if (!typed.of("punkt").isEmpty()) {
      String[] point = typed.of("punkt").split(" ", -1);
      return point.length == 2 && put(incident, point[0], point[1], "address");
    }
    if (!typed.of(FIELD).isEmpty()) {
      Place place = named(typed.of(FIELD));
      incident.put("lon", place.lon());
      incident.put("lat", place.lat());
      incident.put("precision", "address");
      return true;
    }
    if (!typed.of("lon").isEmpty()) {
      return position(typed, incident);
    }
    if (!typed.of("omrade").isEmpty()) {
      incident.put("area", typed.of("omrade"));
      return true;
    }
    return false;
  }

  private Place named(String name) {
    if (name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(FIELD, "reporting.problem.place.none");
    }
    List<Place> hits = places.search(name, MOST_HITS);
    return meant(hits, name)
        .orElseThrow(() -> new InvalidInput(
            FIELD,
            hits.isEmpty() ? "reporting.problem.place.none" : "reporting.problem.place.many"));
  }

  private static Optional<Place> meant(List<Place> hits, String name) {
    if (hits.size() == 1) {
      return Optional.of(hits.getFirst());
    }
    List<Place> same = hits.stream()
        .filter(hit -> hit.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static boolean position(Typed typed, Map<String, Object> incident) {
    Optional<Double> accuracy = number(typed.of("noggrannhet"));
    accuracy.ifPresent(meters -> incident.put("accuracyMeters", meters));
    double meters = accuracy.orElse(0.0);
    String precision =
        meters <= EXACT_METERS ? "exact" : meters <= STREET_METERS ? "street" : "area";
    return put(incident, typed.of("lon"), typed.of("lat"), precision);
  }

  private static boolean put(
      Map<String, Object> incident, String lon, String lat, String precision) {
    Optional<Double> east = number(lon);
    Optional<Double> north = number(lat);
    if (east.isEmpty() || north.isEmpty()) {
      return false;
    }
    incident.put("lon", east.get());
    incident.put("lat", north.get());
    incident.put("precision", precision);
    return true;
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?[0-9]{1,6}(\\.[0-9]{1,20})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }
}
