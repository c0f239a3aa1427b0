package se.samlad.ground.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** The live map in a real browser: its own files alone, under the strict policy, with a sheet and a list that stand without it. */
@BrowserTest
class LiveMapTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  TestTown town;

  @BeforeEach
  void aTownWithABaseMap() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    town.area("Lindhem", 1, 0);
    town.asSystem(() -> SmallTown.plant(db));
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
  }

  @Test
  void theMapIsDrawnAndSaysWhatIsChosen() {
    try (Visit visit = doors.visit(still(Doors.deskOptions()))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      Page page = visit.open("/provkarta");
      page.waitForSelector("samlad-karta.karta--levande");
      assertThat(rendered(page, "vag")).isPositive();
      assertThat(rendered(page, "hot-yta")).isEqualTo(3);
      assertThat(page.locator("canvas").getAttribute("aria-label"))
          .isEqualTo("Karta: tre hotspots, flest vid Torget");
      visit.isAccessible();
      visit.picture("karta-levande-ljus");
      page.evaluate("() => addEventListener('karta:val', e => { window.valt = e.detail; })");
      page.locator("canvas").click();
      assertThat(page.evaluate("() => window.valt.slag")).isNotNull();
      page.locator("[data-karta-id=h2]").focus();
      page.waitForFunction(
          "() => document.querySelector('samlad-karta').map.getFilter('hot-ljus')[2] === 'h2'");
      page.locator("button[data-gor=in]").click();
      page.waitForFunction("() => document.querySelector('samlad-karta').map.getZoom() > 14");
    }
  }

  @Test
  void theMapFollowsTheDarkLook() {
    try (Visit visit = doors.visit(still(Doors.deskOptions()).setColorScheme(ColorScheme.DARK))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      Page page = visit.open("/provkarta");
      page.waitForSelector("samlad-karta.karta--levande");
      assertThat(
              page.evaluate(
                  "() => document.querySelector('samlad-karta').map.getPaintProperty('mark', 'background-color')"))
          .isEqualTo(MapPalette.DARK.colour("k-mark"));
      visit.picture("karta-levande-mork");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.waitForFunction(
          "ljus => { const map = document.querySelector('samlad-karta').map;"
              + " return map.isStyleLoaded() && map.getPaintProperty('mark', 'background-color') === ljus"
              + " && map.getLayer('hot-yta'); }",
          MapPalette.LIGHT.colour("k-mark"));
    }
  }

  @Test
  void withoutScriptTheSheetStands() {
    try (Visit visit = doors.visit(Doors.deskOptions().setJavaScriptEnabled(false))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      Page page = visit.open("/provkarta");
      assertThat(page.locator("svg.kartbild").getAttribute("aria-label")).contains("tre hotspots");
      assertThat(page.locator(".kartknappar").isVisible()).isFalse();
    }
  }

  @Test
  void aPlaceIsPickedUnderTheCrosshairByKeyboardAndByButtons() {
    try (Visit visit = doors.visit(still(Doors.phoneOptions()))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      Page page = visit.open("/provkarta/plats");
      page.waitForSelector("samlad-karta.karta--levande");
      visit.picture("karta-valj-plats");
      visit.isAccessible();
      page.locator("button[data-gor=norr]").click();
      double lat = Double.parseDouble(page.locator("#lat").inputValue());
      double lon = Double.parseDouble(page.locator("#lon").inputValue());
      page.locator("canvas").focus();
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowRight");
      var before = se.samlad.analysis.grid.Sweref99.TM.project(lon, lat);
      var after = se.samlad.analysis.grid.Sweref99.TM.project(
          Double.parseDouble(page.locator("#lon").inputValue()),
          Double.parseDouble(page.locator("#lat").inputValue()));
      assertThat(after.northing() - before.northing()).isCloseTo(10, within(0.5));
      assertThat(after.easting() - before.easting()).isCloseTo(10, within(0.5));
    }
  }

  @Test
  void tilesAreKeptForEverAndTheirAddressFollowsTheRows() {
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      var style = visit.context().request().get("/karta/stil/ljus.json");
      String tiles = String.valueOf(((List<?>)
              ((Map<?, ?>) ((Map<?, ?>) json(style.text()).get("sources")).get("bas")).get("tiles"))
          .getFirst());
      String first = tiles.replace("{z}/{x}/{y}", "14/8874/4814");
      var tile = visit.context().request().get(first);
      assertThat(tile.status()).isEqualTo(200);
      assertThat(tile.headers().get("cache-control")).contains("immutable", "max-age=31536000");
      assertThat(tile.headers().get("content-type"))
          .isEqualTo("application/vnd.mapbox-vector-tile");
      var old = visit.context().request().get("/karta/bas/annan/14/8874/4814.mvt");
      assertThat(old.headers().get("cache-control")).contains("no-store");
      assertThat(visit
              .context()
              .request()
              .get(tiles.replace("{z}/{x}/{y}", "14/99999/1"))
              .status())
          .isEqualTo(404);
      assertThat(visit
              .context()
              .request()
              .get(tiles.replace("{z}/{x}/{y}", "x/1/1"))
              .status())
          .isBetween(400, 404);
      assertThat(visit.context().request().get("/karta/stil/rosa.json").status())
          .isEqualTo(404);
    }
  }

  private static com.microsoft.playwright.Browser.NewContextOptions still(
      com.microsoft.playwright.Browser.NewContextOptions options) {
    return options.setReducedMotion(ReducedMotion.REDUCE);
  }

  private static int rendered(Page page, String layer) {
    return (int) ((List<?>) page.evaluate(
            "layer => document.querySelector('samlad-karta').map.queryRenderedFeatures({ layers: [layer] })"
                + ".map(f => f.properties.id ?? f.properties.name)",
            layer))
        .stream().distinct().count();
  }

  private static Map<?, ?> json(String text) {
    return tools.jackson.databind.json.JsonMapper.shared().readValue(text, Map.class);
  }
}
