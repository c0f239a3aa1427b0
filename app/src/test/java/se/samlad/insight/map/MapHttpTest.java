package se.samlad.insight.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Scope;
import se.samlad.ground.geography.SmallTown;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the browser and programs ask of the map, over the wire. */
@BrowserTest
class MapHttpTest {

  private static final String WEEK = "?vecka=2026-v47";

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  ApiTokens tokens;

  @Autowired
  JsonMapper json;

  TestTown town;
  UUID guards;
  TestTown.Person coordinator;
  PlantedIncidents planted;

  @BeforeEach
  void aTownWithIncidents() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centre = town.area("Centrum", 0, 0);
    UUID suburb = town.area("Lindhem", 1, 0);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    coordinator = town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    UUID group = town.group("Lindhemsgruppen", false, suburb);
    town.person(Role.GROUP_MEMBER, null)
        .inGroup(group, false, suburb)
        .playing(DemoRole.GRUPPMEDLEM);
    town.asSystem(() -> SmallTown.plant(db));
    planted = new PlantedIncidents(town, db, guards);
    String[] kinds = {"KLOTTER", "UTOMHUS", "BRUK", "BUSKORNING", "GLASKROSS", "HOT"};
    for (int i = 0; i < 30; i++) {
      planted.add(centre, 560 + i * 37 % 180, 760 + i * 23 % 160, "EXACT", kinds[i % 6], "GROUP");
    }
    planted.add(centre, 900, 800, "STREET", "UTOMHUS", "GROUP");
    planted.add(suburb, 1300, 900, "AREA", "UTOMHUS", "COARSE");
    planted.write();
  }

  @Test
  void tilesAreTheViewersOwnAndAnsweredOnce() {
    String tile = tile(14);
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      APIRequestContext web = visit.context().request();
      APIResponse first = web.get(tile + WEEK);
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.headers().get("content-type"))
          .isEqualTo("application/vnd.mapbox-vector-tile");
      assertThat(first.headers().get("cache-control")).contains("private").contains("no-cache");
      assertThat(ReadTile.read(first.body())).hasSize(32);
      APIResponse again = web.get(
          tile + WEEK,
          RequestOptions.create().setHeader("If-None-Match", first.headers().get("etag")));
      assertThat(again.status()).isEqualTo(304);
      assertThat(web.get(tile + "?vecka=2026-v99").status()).isEqualTo(422);
      assertThat(web.get(tile + "?omrade=finns-inte").status()).isEqualTo(422);
      assertThat(web.get(tile + "?som=group:" + UUID.randomUUID()).status()).isEqualTo(404);
      assertThat(web.get(tile + "?som=nagon").status()).isEqualTo(404);
      assertThat(web.get(tile(17) + WEEK).status()).isEqualTo(404);
      assertThat(web.get(tile + WEEK + "&som=leadership").body()).isEmpty();
      JsonNode areas = json.readTree(web.get("/karta/omraden.json" + WEEK).text());
      assertThat(areas.get("totalt").asInt()).isEqualTo(32);
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.GRUPPMEDLEM);
      APIRequestContext web = visit.context().request();
      assertThat(ReadTile.read(web.get(tile + WEEK).body()))
          .as("another group's town")
          .isEmpty();
      JsonNode areas = json.readTree(web.get("/karta/omraden.json" + WEEK).text());
      assertThat(areas.get("totalt").asInt()).isEqualTo(1);
      assertThat(areas.get("utanPunkt").asInt()).isEqualTo(1);
    }
    try (Visit visit = doors.desk()) {
      APIResponse nobody =
          visit.context().request().get(tile + WEEK, RequestOptions.create().setMaxRedirects(0));
      assertThat(nobody.status()).isNotEqualTo(200);
    }
  }

  @Test
  void symbolsAndAreaCountsAreDrawnInTheBrowser() {
    try (Visit visit = doors.visit(Doors.deskOptions().setReducedMotion(ReducedMotion.REDUCE))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      Page page = visit.open("/provkarta?lager=ja");
      page.waitForSelector("samlad-karta.karta--levande");
      page.waitForFunction("() => { const map = document.querySelector('samlad-karta').map;"
          + " const seen = layer => new Set(map.queryRenderedFeatures({ layers: [layer] }).map(f => f.properties.id)).size;"
          + " return seen('punkter') === 30 && seen('cirklar') === 2; }");
      visit.isAccessible();
      visit.picture("karta-handelser");
      page.locator("samlad-karta").evaluate("karta => karta.flytta(15.0125, 59.1867, 16.5)");
      page.waitForFunction("() => document.querySelector('samlad-karta').map.loaded()");
      visit.picture("karta-handelser-nara");
      page.locator("samlad-karta").evaluate("karta => karta.flytta(15.0125, 59.1867, 11)");
      page.waitForFunction("() => document.querySelector('samlad-karta').map.loaded()");
      visit.picture("karta-handelser-langt");
    }
  }

  @Test
  void areasAreListedForProgramsAndDrawnAsGeoJson() {
    String token = tenancy.as(
        town.system(),
        () -> tokens
            .issue(guards, coordinator.member(), "prov", Set.of(Scope.AREAS_READ), null)
            .secret());
    String other = tenancy.as(
        town.system(),
        () -> tokens
            .issue(guards, coordinator.member(), "prov", Set.of(Scope.REPORTS_READ), null)
            .secret());
    try (Visit visit = doors.desk()) {
      APIRequestContext api = visit.context().request();
      APIResponse list = api.get("/api/v1/areas?limit=1", as(token, "application/json"));
      JsonNode first = json.readTree(list.text());
      assertThat(first.get("items").get(0).get("name").asString()).isEqualTo("Centrum");
      assertThat(first.get("items").get(0).get("outline").asBoolean()).isTrue();
      JsonNode second = json.readTree(
          api.get(first.get("next").asString(), as(token, "application/json")).text());
      assertThat(second.get("items").get(0).get("name").asString()).isEqualTo("Lindhem");
      assertThat(second.get("next").isNull()).isTrue();
      APIResponse geo = api.get("/api/v1/areas", as(token, "application/geo+json"));
      assertThat(geo.headers().get("content-type")).startsWith("application/geo+json");
      JsonNode features = json.readTree(geo.text()).get("features");
      assertThat(features.size()).isEqualTo(2);
      assertThat(features.get(0).get("geometry").get("type").asString()).isEqualTo("Polygon");
      assertThat(features
              .get(0)
              .get("geometry")
              .get("coordinates")
              .get(0)
              .get(0)
              .get(0)
              .asDouble())
          .isBetween(14.9, 15.1);
      APIResponse unchanged = api.get(
          "/api/v1/areas",
          as(token, "application/geo+json")
              .setHeader("If-None-Match", geo.headers().get("etag")));
      assertThat(unchanged.status()).isEqualTo(304);
      String id = first.get("items").get(0).get("id").asString();
      assertThat(api.get("/api/v1/areas/" + id, as(token, "application/json")).status())
          .isEqualTo(200);
      for (String absent : List.of(UUID.randomUUID().toString(), "finns-inte")) {
        assertThat(api.get("/api/v1/areas/" + absent, as(token, "application/json"))
                .status())
            .isEqualTo(404);
      }
      assertThat(api.get("/api/v1/areas?limit=0", as(token, "application/json")).status())
          .isEqualTo(422);
      assertThat(
              api.get("/api/v1/areas?limit=201", as(token, "application/json")).status())
          .isEqualTo(422);
      assertThat(api.get("/api/v1/areas", as(other, "application/json")).status())
          .isEqualTo(403);
    }
  }

  private static RequestOptions as(String token, String accept) {
    return RequestOptions.create()
        .setHeader("Authorization", "Bearer " + token)
        .setHeader("Accept", accept);
  }

  private static String tile(int zoom) {
    var centre = World.of(TestTown.EASTING + 650, TestTown.NORTHING + 850);
    TileAddress tile = TileAddress.at(Math.min(zoom, 22), centre.x, centre.y);
    return "/karta/handelser/" + tile.z() + "/" + tile.x() + "/" + tile.y() + ".mvt";
  }
}
