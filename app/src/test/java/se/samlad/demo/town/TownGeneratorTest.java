package se.samlad.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class TownGeneratorTest {

  private static final Town TOWN = TownGenerator.draw(1);

  @Test
  void theSameSeedDrawsTheSameTown() {
    assertThat(text(TownGenerator.draw(1)).equals(text(TOWN))).isTrue();
  }

  @Test
  void areasFillTheMunicipalityWithoutOverlap() {
    assertThat(TOWN.districts()).hasSize(11);
    double sum =
        TOWN.districts().stream().mapToDouble(d -> d.outline().getArea()).sum();
    assertThat(sum / TOWN.border().getArea()).isBetween(0.999, 1.001);
    for (Town.District one : TOWN.districts()) {
      for (Town.District other : TOWN.districts()) {
        if (one != other) {
          assertThat(one.outline().intersection(other.outline()).getArea())
              .as("%s and %s share ground", one.name(), other.name())
              .isLessThan(100);
        }
      }
    }
  }

  @Test
  void theTownHoldsBetween25And35ThousandPeople() {
    assertThat(TOWN.districts().stream().mapToInt(Town.District::population).sum())
        .isBetween(25_000, 35_000);
  }

  @Test
  void noHouseStandsInTheRiverOrOnTheRails() {
    Geometry river = only("river").getFirst();
    Geometry rails = only("railway").getFirst();
    for (String kind : List.of("house", "apartment", "industry")) {
      for (Geometry house : only(kind)) {
        assertThat(house.distance(river)).isPositive();
        assertThat(house.distance(rails)).isGreaterThan(5);
      }
    }
  }

  @Test
  void placesThatTheStoriesNeedAreThere() {
    assertThat(TOWN.spots())
        .extracting(Town.Spot::name)
        .contains(
            "Torget",
            "Busstationen",
            "Lindskolan",
            "Åtunneln",
            "Ishallens parkering",
            "Järnvägsgatan 4");
    Set<String> names = new HashSet<>();
    assertThat(TOWN.spots())
        .allSatisfy(spot -> assertThat(names.add(spot.name())).as(spot.name()).isTrue());
  }

  @Test
  void everyFeatureIsOfAClassTheMapKnows() {
    assertThat(TOWN.features().stream()
            .map(f -> f.layer() + "/" + f.kind())
            .collect(Collectors.toSet()))
        .isSubsetOf(
            "green/forest",
            "green/park",
            "green/pitch",
            "green/meadow",
            "water/lake",
            "water/river",
            "contour/contour",
            "road/main",
            "road/street",
            "road/local",
            "road/path",
            "rail/railway",
            "square/square",
            "square/parking",
            "building/house",
            "building/apartment",
            "building/public",
            "building/industry",
            "boundary/urban",
            "boundary/municipality",
            "label/district",
            "label/place",
            "label/green",
            "label/water",
            "label/station");
  }

  private static List<Geometry> only(String kind) {
    return TOWN.features().stream()
        .filter(feature -> feature.kind().equals(kind))
        .map(Town.Feature::geometry)
        .toList();
  }

  private static String text(Town town) {
    return town.features().stream()
            .map(
                feature -> feature.layer() + feature.name() + feature.geometry().toText())
            .collect(Collectors.joining("\n"))
        + town.spots();
  }
}
