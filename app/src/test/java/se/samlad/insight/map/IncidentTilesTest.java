package se.samlad.insight.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.geography.BaseMap;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** The map shows what the list shows, no more and no less, for whoever looks. */
@SamladTest
class IncidentTilesTest {

  private static final IncidentSelection WEEK =
      IncidentSelection.between(PlantedIncidents.MONDAY, PlantedIncidents.MONDAY.plusWeeks(1));

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  PointSets points;

  @Autowired
  Incidents incidents;

  @Autowired
  Audiences audiences;

  @Autowired
  MapRequest requests;

  @Autowired
  BaseMap maps;

  TestTown town;
  UUID centre;
  UUID suburb;
  UUID guards;
  Audience group;
  Actor member;
  PlantedIncidents planted;

  @BeforeEach
  void twoAreasAndAGroupForOneOfThem() {
    town = TestTown.in(tenancy, db, catalogue);
    centre = town.area("Centrum", 0, 0);
    suburb = town.area("Lindhem", 1, 0);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    planted = new PlantedIncidents(town, db, guards);
    UUID id = town.group("Centrumgruppen", false, centre);
    group = new Audience.Group(id);
    member = town.person(Role.GROUP_MEMBER, null).inGroup(id, false, centre).actor();
  }

  @Test
  void tilesAndWhatHasNoPointAreTogetherTheList() {
    for (int i = 0; i < 40; i++) {
      incident(centre, 100 + i * 17 % 800, 100 + i * 31 % 800, "EXACT", "KLOTTER", "GROUP");
    }
    incident(centre, 500, 500, "STREET", "UTOMHUS", "GROUP");
    incident(centre, 500, 520, "AREA", "UTOMHUS", "GROUP");
    incident(centre, 500, 540, "CENTROID", "UTOMHUS", "GROUP");
    incident(centre, 510, 540, "EXACT", "OLOVLIG_SOVPLATS", "GROUP");
    incident(centre, 520, 540, "EXACT", "BRAK", "COARSE");
    incident(suburb, 1500, 500, "EXACT", "BRAK", "GROUP");
    for (Audience audience : List.of(new Audience.Coordinator(), group)) {
      MapPoints read = points(audience);
      int listed = as(audience, () -> incidents.count(WEEK));
      for (int zoom : List.of(8, 12, 13, 14, 16)) {
        assertThat(drawn(read, zoom) + read.withoutPoint())
            .as("%s at zoom %d", audience.key(), zoom)
            .isEqualTo(listed);
      }
    }
    assertThat(points(new Audience.Coordinator()).withoutPoint())
        .as("centroid, sleeping place")
        .isEqualTo(2);
    assertThat(points(group).withoutPoint()).as("and the coarse one").isEqualTo(3);
    assertThat(points(group).total() - points(group).withoutPoint())
        .as("nothing from Lindhem")
        .isEqualTo(42);
  }

  @Test
  void manyBecomeSquaresAndAreStillTheList() {
    for (int i = 0; i < 900; i++) {
      incident(centre, 20 + i * 37 % 960, 20 + i * 53 % 960, "EXACT", "KLOTTER", "GROUP");
    }
    MapPoints read = points(group);
    assertThat(IncidentTiles.pointsAt(read, 12)).isFalse();
    assertThat(IncidentTiles.cellSide(12)).isEqualTo(500);
    assertThat(IncidentTiles.pointsAt(read, 16)).isTrue();
    for (int zoom : List.of(9, 12, 13, 16)) {
      assertThat(drawn(read, zoom)).as("zoom %d", zoom).isEqualTo(900);
    }
  }

  @Test
  void streetAndAreaAreCirclesAndNeverSymbols() {
    incident(centre, 500, 500, "ADDRESS", "KLOTTER", "GROUP");
    incident(centre, 500, 500, "STREET", "KLOTTER", "GROUP");
    incident(centre, 500, 500, "AREA", "KLOTTER", "GROUP");
    List<ReadTile.Feature> features = features(points(group), 15);
    assertThat(features.stream().filter(f -> f.layer().equals("punkter"))).hasSize(1);
    assertThat(features.stream()
            .filter(f -> f.layer().equals("cirklar"))
            .map(f -> f.attributes().get("meter")))
        .containsExactlyInAnyOrder(75L, 250L);
    assertThat(features.getFirst().attributes()).containsEntry("symbol", "kat1");
  }

  @Test
  void aChangeIsSeenAtOnceAndOthersSeeNothing() {
    incident(centre, 300, 300, "EXACT", "KLOTTER", "GROUP");
    PointSets.Read before = read(group);
    assertThat(read(group)).as("held").isSameAs(before);
    incident(centre, 320, 300, "EXACT", "KLOTTER", "GROUP");
    PointSets.Read after = read(group);
    assertThat(after.points().total()).isEqualTo(2);
    assertThat(after.version()).isNotEqualTo(before.version());
    UUID other = town.group("Lindhemsgruppen", false, suburb);
    assertThat(points(new Audience.Group(other)).total()).isZero();
    TestTown elsewhere = TestTown.in(tenancy, db, catalogue);
    assertThat(CurrentActor.as(elsewhere.system(), (Supplier<PointSets.Read>)
                () -> points.of(new Audience.Coordinator(), WEEK))
            .points()
            .total())
        .isZero();
  }

  @Test
  void aMemberLooksWithNoOthersEyes() {
    UUID other = town.group("Lindhemsgruppen", false, suburb);
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
    asked.set("som", "group:" + other);
    CurrentActor.as(member, () -> {
      assertThat(requests.audience(new LinkedMultiValueMap<>())).isEqualTo(group);
      assertThatThrownBy(() -> requests.audience(asked)).isInstanceOf(NotFound.class);
      asked.set("som", "coordinator");
      assertThatThrownBy(() -> requests.audience(asked)).isInstanceOf(NotFound.class);
    });
  }

  @Test
  void areasCountEverythingAndLeadershipIsToldNoSmallNumber() {
    for (int i = 0; i < 7; i++) {
      incident(centre, 300, 300 + i, "EXACT", "KLOTTER", "GROUP");
    }
    incident(centre, 310, 310, "CENTROID", "KLOTTER", "COARSE");
    incident(suburb, 1300, 300, "EXACT", "KLOTTER", "GROUP");
    Map<String, Object> whole = areas(new Audience.Coordinator());
    assertThat(counts(whole)).containsEntry("Centrum", 8).containsEntry("Lindhem", 1);
    assertThat(whole).containsEntry("totalt", 9).containsEntry("utanPunkt", 1);
    Map<String, Object> told = areas(new Audience.Leadership());
    assertThat(counts(told)).containsEntry("Centrum", 8).containsEntry("Lindhem", null);
    assertThat(told).doesNotContainKeys("totalt", "utanPunkt");
  }

  private Map<String, Object> areas(Audience audience) {
    planted.write();
    return CurrentActor.as(town.system(), (Supplier<Map<String, Object>>)
        () -> AreaFeatures.of(maps.sheet(), points.of(audience, WEEK).points(), audience));
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> counts(Map<String, Object> collection) {
    Map<Object, Object> counts = new HashMap<>();
    for (Map<String, Object> feature : (List<Map<String, Object>>) collection.get("features")) {
      Map<String, Object> properties = (Map<String, Object>) feature.get("properties");
      counts.put(properties.get("namn"), properties.get("antal"));
    }
    return counts;
  }

  /** Everything drawn in all tiles of the town at a zoom, each thing once. */
  private static int drawn(MapPoints read, int zoom) {
    Set<String> seen = new HashSet<>();
    int sum = 0;
    for (ReadTile.Feature feature : features(read, zoom)) {
      if (!feature.layer().equals("cellnummer") && seen.add(feature.id())) {
        sum += feature.count();
      }
    }
    return sum;
  }

  private static List<ReadTile.Feature> features(MapPoints read, int zoom) {
    Coordinate northWest = World.of(TestTown.EASTING - 300, TestTown.NORTHING + 1300);
    Coordinate southEast = World.of(TestTown.EASTING + 2300, TestTown.NORTHING - 300);
    TileAddress first = TileAddress.at(zoom, northWest.x, northWest.y);
    TileAddress last = TileAddress.at(zoom, southEast.x, southEast.y);
    List<ReadTile.Feature> features = new java.util.ArrayList<>();
    for (int x = first.x(); x <= last.x(); x++) {
      for (int y = first.y(); y <= last.y(); y++) {
        features.addAll(ReadTile.read(IncidentTiles.make(read, new TileAddress(zoom, x, y))));
      }
    }
    return features;
  }

  private MapPoints points(Audience audience) {
    return read(audience).points();
  }

  private PointSets.Read read(Audience audience) {
    planted.write();
    return CurrentActor.as(
        town.system(), (Supplier<PointSets.Read>) () -> points.of(audience, WEEK));
  }

  private <T> T as(Audience audience, Supplier<T> work) {
    planted.write();
    Actor viewer =
        CurrentActor.as(town.system(), (Supplier<Actor>) () -> audiences.actor(audience));
    return tenancy.readAs(viewer, work);
  }

  private void incident(
      UUID area, double east, double north, String precision, String category, String sharing) {
    planted.add(area, east, north, precision, category, sharing);
  }
}
