package se.samlad.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** A guard's phone in the rain: two taps with a network, none lost and none doubled without one. */
@BrowserTest
class PhoneJourneyTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  private ReportTown towns;
  private ReportTown.Built built;

  @BeforeEach
  void town() {
    towns = new ReportTown(tenancy, db, catalogue);
    built = towns.build();
  }

  @Test
  void twoTapsReachTheReceiptAndTheDatabase() {
    try (Visit visit = phone(Doors.phoneOptions())) {
      Page page = visit.page();
      assertThat(page.locator("#plats-lage")).hasText("Din position, ± 12 m");
      assertThat(page.locator("#plats-namn")).hasText("Järnvägsgatan 4");
      visit.isAccessible();
      visit.picture("rapportera-ljus");

      tile(page, "Skadegörelse").tap();
      visit.picture("rapportera-vald");
      send(page);

      assertThat(page.locator("h1")).containsText("Rapporten är mottagen.");
      assertThat(page.locator("main")).containsText("Med på veckomötet i EST Centrum");
      visit.picture("kvittens-ljus");
      visit.isAccessible();
      assertThat(towns.reports(built))
          .containsExactly("SKADEGORELSE · Järnvägsgatan 4 · EXACT · NONE");

      page.reload();
      assertThat(towns.reports(built))
          .as("a receipt that is read again sends nothing")
          .hasSize(1);
      page.getByText("Rapportera en till (samma plats)").tap();
      assertThat(page.locator("#plats-namn")).hasText("Järnvägsgatan 4");
    }
  }

  @Test
  void threeReportsWithoutNetworkArriveOnceEach() {
    try (Visit visit = phone(Doors.phoneOptions())) {
      Page page = visit.page();
      page.evaluate("() => navigator.serviceWorker.ready.then(() => {})");
      visit.open("/rapportera");
      assertThat(page.locator("#plats-lage")).hasText("Din position, ± 12 m");
      page.evaluate(
          "async () => { while (!(await caches.match(document.querySelector('#rapport').dataset.mer))) await new Promise(requestAnimationFrame); }");
      visit.context().setOffline(true);
      for (String kind : List.of("Skadegörelse", "Klotter", "Brand")) {
        tile(page, kind).tap();
        page.locator("#text").fill("Ring 070-123 45 67 om " + kind);
        send(page);
        assertThat(page.locator("#sparad")).isVisible();
        page.locator("#sparad-igen").tap();
      }
      assertThat(page.locator("#lage")).hasText("Utan nät · 3 sparade i telefonen");
      assertThat(stored(page))
          .as("what lies in the phone")
          .doesNotContain("070-123", "Klotter", "KLOTTER");
      visit.wholePicture("rapportera-utan-nat");
      visit.isAccessible();

      page.reload();
      assertThat(page.locator("#osant li")).hasCount(3);
      assertThat(page.locator("#innehall")).hasAttribute("data-skal", "ja");
      assertThat(page.content())
          .as("the kept page")
          .doesNotContain(built.guard().toString());
      assertThat(towns.reports(built)).isEmpty();

      visit.context().setOffline(false);
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(page.locator("#osant")).isHidden();
      assertThat(towns.reports(built))
          .containsExactlyInAnyOrder(
              "SKADEGORELSE · Järnvägsgatan 4 · EXACT · CLEAR",
              "KLOTTER · Järnvägsgatan 4 · EXACT · CLEAR",
              "BRAND_ANLAGD · Järnvägsgatan 4 · EXACT · CLEAR");
      assertThat(towns.texts(built))
          .containsOnly("Ring ▮ om Skadegörelse", "Ring ▮ om Klotter", "Ring ▮ om Brand");
    }
  }

  @Test
  void draftOfSeveralIncidentsIsBackAfterAReloadAndGoesInAsOneReport() {
    try (Visit visit = phone(Doors.phoneOptions())) {
      Page page = visit.page();
      assertThat(page.locator("#plats-namn")).hasText("Järnvägsgatan 4");
      tile(page, "Samling").tap();
      page.locator("label")
          .filter(new Locator.FilterOptions().setHasText("6–15"))
          .tap();
      page.getByText("En till, samma plats").tap();
      assertThat(page.locator("#tillagda li")).hasCount(1);
      tile(page, "Klotter").tap();
      page.locator("#text").fill("Ring 070-123 45 67");
      assertThat(page.locator("#text")).hasValue("Ring ▮");
      assertThat(page.locator("#vakt")).containsText("114 14");
      visit.wholePicture("rapportera-flera");
      visit.isAccessible();
      page.waitForFunction(
          "() => new Promise((done) => { const r = indexedDB.open('samlad'); r.onsuccess = () => {"
              + " const q = r.result.transaction('allmant').objectStore('allmant').getAllKeys();"
              + " q.onsuccess = () => done(q.result.some((k) => String(k).startsWith('forslag'))); }; })");

      page.reload();
      assertThat(page.locator("#utkast")).containsText("är tillbaka");
      assertThat(page.locator("#tillagda li")).hasCount(1);
      assertThat(page.locator("#text")).hasValue("Ring ▮");
      assertThat(page.locator("input[value=KLOTTER]")).isChecked();
      visit.isAccessible();
      send(page);
      assertThat(page.locator("h1")).containsText("Rapporten är mottagen.");
      assertThat(towns.reports(built))
          .containsExactly(
              "KLOTTER · Järnvägsgatan 4 · EXACT · CLEAR",
              "SAMLING · Järnvägsgatan 4 · EXACT · NONE");
      assertThat(towns.answers(built)).containsExactly("{}", "{\"ANTAL\": \"UPP_TILL_15\"}");
      visit.open("/rapportera");
      assertThat(page.locator("#utkast")).isHidden();
      assertThat(page.locator("#tillagda")).isHidden();
    }
  }

  @Test
  void serverThatFailsTwiceStoresOneReport() {
    try (Visit visit = phone(Doors.phoneOptions())) {
      Page page = visit.page();
      AtomicInteger tries = new AtomicInteger();
      List<String> bodies = new ArrayList<>();
      page.route("**/rapportera/*", route -> failTwice(route, tries, bodies));
      tile(page, "Klotter").tap();
      send(page);
      assertThat(page.locator("#sparad")).isVisible();
      press(page, "Skicka nu");
      assertThat(page.locator("#osant li")).containsText("Försökt 2 gånger");
      press(page, "Skicka nu");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");

      assertThat(bodies).hasSize(3);
      assertThat(bodies.stream().distinct()).as("the same bytes each time").hasSize(1);
      assertThat(towns.reports(built)).hasSize(1);
    }
  }

  @Test
  void refusedReportIsOpenedForMendingAndAnotherUserSeesNothing() {
    try (Visit visit = phone(Doors.phoneOptions())) {
      Page page = visit.page();
      page.route("**/rapportera/*", PhoneJourneyTest::refuseOnce);
      tile(page, "Klotter").tap();
      send(page);
      page.locator("#sparad-igen").tap();
      assertThat(page.locator("#lage")).hasText("1 kunde inte skickas. Visa");
      assertThat(page.locator("#osant li")).containsText("Behöver ändras: Prov av vägran");

      visit.enter(built.town(), DemoRole.POLIS);
      visit.open("/rapportera");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(page.locator("#osant li")).hasCount(0);

      visit.enter(built.town(), DemoRole.VAKTARE);
      page.unrouteAll();
      page.locator("#osant")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändra"))
          .tap();
      send(page);
      assertThat(page.locator("h1")).containsText("Rapporten är mottagen.");
      assertThat(towns.reports(built)).hasSize(1);
    }
  }

  @Test
  void missingPartsAreNamedAndTheGuardTakesOutANumberWhileTyping() {
    Browser.NewContextOptions dark = Doors.phoneOptions().setColorScheme(ColorScheme.DARK);
    try (Visit visit = doors.visit(dark)) {
      Page page = visit.enter(built.town(), DemoRole.VAKTARE);
      send(page);
      assertThat(page.locator(".felsumma")).isFocused();
      assertThat(page.locator(".felsumma li")).hasCount(2);
      visit.isAccessible();
      visit.picture("rapportera-fel-mork");

      page.locator("#text").fill("Han sa 811228-9874 och heter Kalle");
      assertThat(page.locator("#text")).hasValue("Han sa ▮ och heter Kalle");
      assertThat(page.locator("#vakt")).containsText("Vi tog bort ett personnummer");
      assertThat(page.locator("#vakt")).containsText("ett namn");

      tile(page, "Fler val").tap();
      tile(page, "Stöld och inbrott").tap();
      page.getByRole(
              AriaRole.RADIO, new Page.GetByRoleOptions().setName("Inbrott").setExact(true))
          .check();
      page.locator("#plats").fill("stadsparken");
      page.locator("#plats-traffar button").first().tap();
      page.locator("#tid-del summary").tap();
      page.getByLabel("I går").check();
      visit.wholePicture("rapportera-hela-mork");
      visit.isAccessible();
      send(page);
      assertThat(page.locator("#maskat")).containsText("ett personnummer");
      visit.picture("kvittens-mork");
      visit.isAccessible();
      assertThat(towns.reports(built))
          .containsExactly("INBROTT · Stadsparken · ADDRESS · DOUBTFUL");
    }
  }

  @Test
  void placeIsChosenUnderTheCrosshairOfAMapThatComesWhenAskedFor() {
    Browser.NewContextOptions still = Doors.phoneOptions().setReducedMotion(ReducedMotion.REDUCE);
    try (Visit visit = phone(still)) {
      Page page = visit.page();
      page.locator("#plats-del summary").tap();
      press(page, "Karta");
      page.waitForSelector("samlad-karta.karta--levande");
      assertThat(page.locator("#karta-valj")).isEnabled();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flytta 10 meter norrut"))
          .tap();
      visit.picture("rapportera-karta");
      visit.isAccessible();
      press(page, "Välj denna plats");
      assertThat(page.locator("#plats-lage")).hasText("Vald plats");
      tile(page, "Klotter").tap();
      send(page);
      assertThat(page.locator("h1")).containsText("Rapporten är mottagen.");
      assertThat(towns.reports(built)).containsExactly("KLOTTER · Järnvägsgatan 4 · EXACT · NONE");
    }
  }

  @Test
  void firstVisitWeighsLessThanThirtyKilobytes() {
    String signedIn;
    try (Visit visit = phone(Doors.phoneOptions())) {
      signedIn = visit.context().storageState();
    }
    try (Visit visit = doors.visit(Doors.phoneOptions().setStorageState(signedIn))) {
      List<Response> answers = new ArrayList<>();
      visit.page().onResponse(answers::add);
      Page page = visit.open("/rapportera");
      page.evaluate("() => navigator.serviceWorker.ready.then(() => {})");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      // The worker then fetches the bare form once more, to keep.
      int form = weight(answers.getFirst());
      int bytes = answers.stream().mapToInt(PhoneJourneyTest::weight).sum() + form;
      assertThat(bytes)
          .as("compressed bytes of %s", answers.stream().map(Response::url).toList())
          .isGreaterThan(3 * form)
          .isLessThanOrEqualTo(30 * 1024);
    }
  }

  private static int weight(Response answer) {
    return answer.request().sizes().responseBodySize;
  }

  private static void failTwice(Route route, AtomicInteger tries, List<String> bodies) {
    if (!route.request().method().equals("PUT")) {
      route.resume();
      return;
    }
    bodies.add(route.request().postData());
    if (tries.incrementAndGet() > 2) {
      route.resume();
    } else {
      route.fulfill(new Route.FulfillOptions().setStatus(500));
    }
  }

  private static void refuseOnce(Route route) {
    if (route.request().method().equals("PUT")) {
      route.fulfill(new Route.FulfillOptions()
          .setStatus(422)
          .setContentType("application/problem+json")
          .setBody("{\"detail\":\"Prov av vägran\"}"));
    } else {
      route.resume();
    }
  }

  /** A guard who has walked in, whose phone may tell where it is: at Järnvägsgatan 4. */
  private Visit phone(Browser.NewContextOptions options) {
    Sweref99.Geographic at = Sweref99.TM.unproject(TestTown.NORTHING + 500, TestTown.EASTING + 300);
    options.setPermissions(List.of("geolocation"));
    options.setGeolocation(
        new com.microsoft.playwright.options.Geolocation(at.lat(), at.lon()).setAccuracy(12));
    Visit visit = doors.visit(options);
    visit.enter(built.town(), DemoRole.VAKTARE);
    return visit;
  }

  private static Locator tile(Page page, String name) {
    return page.locator(".bricka")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first();
  }

  private static void send(Page page) {
    press(page, "Skicka rapport");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).tap();
  }

  /** Everything in the phone's store that can be read as text. */
  private static String stored(Page page) {
    return (String) page.evaluate("""
        () => new Promise((resolve) => {
          const request = indexedDB.open('samlad');
          request.onsuccess = () => {
            const all = request.result.transaction('ko').objectStore('ko').getAll();
            all.onsuccess = () => resolve(all.result.map((item) => JSON.stringify(item) + new TextDecoder().decode(item.kropp.data)
                + new TextDecoder().decode(item.etikett.data)).join());
          };
        })
        """);
  }
}
