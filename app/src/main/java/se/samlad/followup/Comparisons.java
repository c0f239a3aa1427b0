package se.samlad.followup;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import se.samlad.followup.jdbc.ZoneStore;
import se.samlad.followup.jdbc.ZoneStore.Spot;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Places;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.measure.Measure;

/**
 * Named places that had about as many incidents as the measure's place before it, far enough away that their rings do not meet. Only weeks before
 * the measure are looked at, so that the comparison is not chosen by its outcome.
 */
@Service
public class Comparisons {

  private static final int OFFERED = 6;

  private final ZoneStore zones;
  private final Places places;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Clock clock;

  Comparisons(ZoneStore zones, Places places, Audiences audiences, Tenancy tenancy, Clock clock) {
    this.zones = zones;
    this.places = places;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * What is offered.
   *
   * @param own the measure's own place
   * @param others most alike first
   */
  public record Offer(Comparison own, List<Comparison> others) {
    public Offer {
      others = List.copyOf(others);
    }
  }

  public Offer offer(Measure measure, IsoWeek effectWeek, int weeks, int bufferMeters) {
    double easting = orZero(measure.easting());
    double northing = orZero(measure.northing());
    int radius = measure.watched().radiusMeters();
    List<Spot> spots = spots(measure, effectWeek, weeks);
    Comparison own =
        counted(measure.place(), easting, northing, radius, radius + bufferMeters, spots);
    double apart = 2.0 * (radius + bufferMeters);
    List<Comparison> others = places.named().stream()
        .filter(place -> Math.hypot(place.easting() - easting, place.northing() - northing) > apart)
        .map(place -> counted(
            place.name(), place.easting(), place.northing(), radius, radius + bufferMeters, spots))
        .filter(place -> place.before() > 0)
        .sorted(Comparator.comparingInt((Comparison place) -> unlike(own, place))
            .thenComparing(Comparison::name))
        .limit(OFFERED)
        .toList();
    return new Offer(own, others);
  }

  private List<Spot> spots(Measure measure, IsoWeek effectWeek, int weeks) {
    IsoWeek closed = IsoWeek.of(clock.instant()).plus(-1);
    IsoWeek last = effectWeek.plus(-1).compareTo(closed) < 0 ? effectWeek.plus(-1) : closed;
    IncidentSelection before = Evaluations.watched(measure, last.plus(1 - weeks), last);
    return tenancy.readAs(
        audiences.actor(new Audience.Group(measure.group())), () -> zones.spots(before));
  }

  private static int unlike(Comparison own, Comparison other) {
    return 2 * Math.abs(own.before() - other.before())
        + Math.abs(own.bufferBefore() - other.bufferBefore());
  }

  private static Comparison counted(
      String name, double easting, double northing, double radius, double outer, List<Spot> spots) {
    int inside = 0;
    int around = 0;
    for (Spot spot : spots) {
      double meters = Math.hypot(spot.easting() - easting, spot.northing() - northing);
      inside += meters <= radius ? 1 : 0;
      around += meters > radius && meters <= outer ? 1 : 0;
    }
    return new Comparison(name, easting, northing, inside, around);
  }

  private static double orZero(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? 0 : value;
  }
}
