package se.samlad.demo.town;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A generated town in SWEREF 99 TM metres: base map, areas, and what its places and addresses are called. The plan's origin lies at easting, northing. */
public record Town(
    List<Feature> features,
    List<District> districts,
    List<Spot> spots,
    Geometry border,
    double easting,
    double northing) {

  public Town {
    features = List.copyOf(features);
    districts = List.copyOf(districts);
    spots = List.copyOf(spots);
  }

  /** A thing on the base map; layers and classes are those of {@code ground/geography/package.md}. */
  public record Feature(
      String layer, String kind, @Nullable String name, int minZoom, Geometry geometry) {}

  /** An area of the municipality. */
  public record District(String name, int population, Geometry outline) {}

  /** A named place, or an address when {@code kind} is ADDRESS. */
  public record Spot(String name, String kind, double easting, double northing) {}
}
