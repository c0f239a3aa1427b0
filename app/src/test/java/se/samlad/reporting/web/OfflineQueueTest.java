package se.samlad.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Random;
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

/** What can go wrong between a phone and the server, one after the other: nothing is lost and nothing doubled. */
@BrowserTest
class OfflineQueueTest {

  /** Fifty reports each; benchmarks/offline-queue.sh asks for more. */
  private static final int ROUNDS = Integer.getInteger("samlad.queue.rounds", 4);

  /** The way the store was laid out before photos came. */
  private static final String FIRST_SCHEMA = """
      async ([jag, id, body]) => {
        const db = await new Promise((resolve) => {
          const request = indexedDB.open('samlad', 1);
          request.onupgradeneeded = () => {
            request.result.createObjectStore('ko', { keyPath: 'id' });
            request.result.createObjectStore('skickat', { keyPath: 'id' });
            request.result.createObjectStore('nycklar');
            request.result.createObjectStore('allmant');
          };
          request.onsuccess = () => resolve(request.result);
        });
        const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        const seal = async (text) => {
          const iv = crypto.getRandomValues(new Uint8Array(12));
          return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)) };
        };
        const etikett = await seal(JSON.stringify({ kategori: 'Klotter', plats: 'Torget', tid: 'nyss' }));
        const item = { id, jag, skapad: Date.now(), forsok: 0, nasta: 0, fel: 0, svar: '', kropp: await seal(body), etikett };
        const t = db.transaction(['ko', 'skickat', 'nycklar', 'allmant'], 'readwrite');
        t.objectStore('ko').put(item);
        t.objectStore('skickat').put({ id: crypto.randomUUID(), jag, skickad: 1, status: 'RECEIVED', etikett });
        t.objectStore('nycklar').put(key, jag);
        t.objectStore('allmant').put(jag, 'jag');
        await new Promise((resolve) => (t.oncomplete = resolve));
        db.close();
      }
      """;

  /** Puts reports in the queue through the phone's own store. */
  private static final String ENQUEUE = """
      async ([jag, bodies]) => {
        const { enqueue } = await import('/js/rapport/lada.js');
        for (const body of bodies) await enqueue(jag, crypto.randomUUID(), body, { kategori: 'Klotter', plats: 'Torget', tid: 'nyss' }, [], null);
      }
      """;

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
  void twoHundredReportsArriveOnceEachOverABadLineAndThreeRestarts() {
    try (Visit visit = phone("geolocation")) {
      Random chance = new Random(1);
      for (int round = 0; round < ROUNDS; round++) {
        Page page = visit.context().newPage();
        page.navigate("/rapportera");
        assertThat(page.locator("#lage")).hasText("Uppkopplad");
        page.route("**/rapportera/*-*", route -> badLine(route, chance));
        page.evaluate(ENQUEUE, List.of(built.guard().toString(), bodies(round, 50)));
        for (int tries = 0; tries < 3; tries++) {
          flush(page);
        }
        // The tab is killed in the middle of it all; a new one goes on from the store.
        page.close();
      }
      Page last = visit.open("/rapportera");
      assertThat(last.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.reports(built)).hasSize(50 * ROUNDS);
      assertThat(towns.texts(built)).hasSize(50 * ROUNDS).doesNotHaveDuplicates();
    }
  }

  @Test
  void answerThatIsLostOrComesFromSomebodyElseLeavesTheReportInTheQueue() {
    try (Visit visit = phone("geolocation")) {
      Page page = visit.page();
      AtomicInteger tries = new AtomicInteger();
      page.route("**/rapportera/*-*", route -> {
        if (!route.request().method().equals("PUT")) {
          route.resume();
        } else if (tries.incrementAndGet() == 1) {
          route.fetch();
          route.abort();
        } else if (tries.get() == 2) {
          route.fulfill(new Route.FulfillOptions()
              .setContentType("text/html")
              .setBody("<h1>Logga in på nätet</h1>"));
        } else {
          route.resume();
        }
      });
      report(page, "Klotter");
      assertThat(page.locator("#sparad-text"))
          .hasText("Rapporten skickas när du har nät och öppnar appen.");
      assertThat(towns.reports(built))
          .as("the server had it, the answer was lost")
          .hasSize(1);
      press(page, "Skicka nu");
      assertThat(page.locator("#osant li")).containsText("Försökt 2 gånger");
      press(page, "Skicka nu");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.reports(built)).hasSize(1);
    }
  }

  @Test
  void expiredLoginKeepsTheQueueUntilSomebodySignsInAgain() {
    try (Visit visit = phone("geolocation")) {
      Page page = visit.page();
      visit.context().clearCookies();
      report(page, "Klotter");
      assertThat(page.locator("#sparad-text"))
          .hasText("Rapporten skickas när du har loggat in igen.");
      assertThat(page.locator("#lage")).hasText("Logga in för att skicka 1");
      assertThat(towns.reports(built)).isEmpty();

      visit.enter(built.town(), DemoRole.VAKTARE);
      visit.open("/rapportera");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.reports(built)).hasSize(1);
    }
  }

  @Test
  void browserThatWakesTheWorkerSendsWithoutThePage() {
    try (Visit visit = phone("geolocation", "background-sync")) {
      Page page = visit.page();
      page.evaluate("() => navigator.serviceWorker.ready.then(() => {})");
      page.route("**/rapportera/*-*", Route::abort);
      report(page, "Klotter");
      assertThat(page.locator("#sparad-text"))
          .hasText("Rapporten skickas automatiskt när du har nät.");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.reports(built)).hasSize(1);
    }
  }

  @Test
  void storeOfTheFirstVersionIsTakenOverWithWhatLiesInIt() {
    try (Visit visit = phone("geolocation")) {
      Page page = visit.open("/halsa");
      page.evaluate(
          "() => new Promise((done) => (indexedDB.deleteDatabase('samlad').onsuccess = done))");
      page.evaluate(
          FIRST_SCHEMA,
          List.of(
              built.guard().toString(),
              "3f0c8f9e-1a2b-4c3d-8e4f-5a6b7c8d9e0f",
              bodies(7, 1).getFirst()));
      visit.open("/rapportera");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.texts(built)).containsExactly("rad 7-0");
      assertThat(sentLast(page)).as("the last sent of before and the new one").isEqualTo(2);
    }
  }

  @Test
  void clockThatIsWrongNeitherStopsTheQueueNorLosesAReport() {
    try (Visit visit = phone("geolocation")) {
      Page page = visit.page();
      page.route("**/rapportera/*-*", Route::abort);
      report(page, "Klotter");
      assertThat(page.locator("#sparad")).isVisible();
      page.unrouteAll();
      // Two years back after the queue had decided when to try again.
      change(page, "(item) => ({ ...item, nasta: Date.now() + 63_072_000_000, forsok: 4 })");
      page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");

      page.clock().setFixedTime(System.currentTimeMillis() + 63_072_000_000L);
      visit.open("/rapportera");
      report(page, "Brand");
      assertThat(page.locator("h1")).containsText("Rapporten är mottagen.");
      assertThat(flagged())
          .as("Granska tid")
          .containsExactlyInAnyOrder("KLOTTER false", "BRAND_ANLAGD true");
    }
  }

  @Test
  void phoneSaysWhenItsRoomRunsOutAndWhenAReportHasWaitedForDays() {
    try (Visit visit = phone("geolocation")) {
      Page page = visit.page();
      page.route("**/rapportera/*-*", Route::abort);
      page.evaluate(ENQUEUE, List.of(built.guard().toString(), bodies(0, 40)));
      change(page, "(item) => ({ ...item, skapad: Date.now() - 5 * 86_400_000 })");
      page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(page.locator("#jsfel"))
          .containsText("Plats för osända rapporter: 80 procent är använt.");
      assertThat(page.locator("#jsfel")).containsText("En rapport har legat osänd i 5 dagar.");
      page.evaluate(ENQUEUE, List.of(built.guard().toString(), bodies(1, 10)));
      report(page, "Klotter");
      assertThat(page.locator(".felsumma"))
          .containsText("Telefonen rymmer 50 rapporter eller 40 MB.");
      assertThat(page.locator("#text")).hasValue("Det ligger kvar");
    }
  }

  private static void badLine(Route route, Random chance) {
    if (!route.request().method().equals("PUT")) {
      route.resume();
      return;
    }
    switch (chance.nextInt(12)) {
      case 0 -> route.fulfill(new Route.FulfillOptions().setStatus(500));
      case 1 -> route.fulfill(new Route.FulfillOptions().setStatus(503));
      case 2 -> {
        route.fetch();
        route.fulfill(new Route.FulfillOptions().setStatus(502));
      }
      case 3 -> {
        if (chance.nextInt(6) == 0) {
          route.fetch();
          route.abort();
        } else {
          route.resume();
        }
      }
      default -> route.resume();
    }
  }

  private static void flush(Page page) {
    page.evaluate("""
        async () => {
          const { flush } = await import('/js/rapport/ko.js');
          await flush(document.querySelector('main').dataset.jag, true);
        }
        """);
  }

  /** Changes what lies in the queue as time or a clock would. */
  private static void change(Page page, String how) {
    page.evaluate("""
        (how) => new Promise((done) => {
          indexedDB.open('samlad').onsuccess = (opened) => {
            const t = opened.target.result.transaction('ko', 'readwrite');
            const store = t.objectStore('ko');
            store.getAll().onsuccess = (all) => all.target.result.forEach((item) => store.put(CHANGE(item)));
            t.oncomplete = () => { opened.target.result.close(); done(); };
          };
        })
        """.replace("CHANGE", "(" + how + ")"), "");
  }

  private static int sentLast(Page page) {
    return (Integer) page.evaluate("""
        async () => {
          const { sent, label } = await import('/js/rapport/lada.js');
          const all = await sent(document.querySelector('main').dataset.jag);
          await Promise.all(all.map(label));
          return all.length;
        }
        """);
  }

  /** As the form writes them. */
  private static List<String> bodies(int round, int count) {
    Sweref99.Geographic at = Sweref99.TM.unproject(TestTown.NORTHING + 500, TestTown.EASTING + 300);
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(n -> "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\""
            + java.time.Instant.now().minusSeconds(60) + "\",\"lon\":" + at.lon() + ",\"lat\":"
            + at.lat() + ",\"text\":\"rad " + round + "-" + n + "\"}]}")
        .toList();
  }

  private List<String> flagged() {
    return tenancy.readAs(
        built.town().system(),
        () -> db.sql("select category_code || ' ' || time_flag from samlad.report_item")
            .query(String.class)
            .list());
  }

  private Visit phone(String... permissions) {
    Sweref99.Geographic at = Sweref99.TM.unproject(TestTown.NORTHING + 500, TestTown.EASTING + 300);
    Browser.NewContextOptions options = Doors.phoneOptions().setPermissions(List.of(permissions));
    options.setGeolocation(
        new com.microsoft.playwright.options.Geolocation(at.lat(), at.lon()).setAccuracy(12));
    Visit visit = doors.visit(options);
    visit.enter(built.town(), DemoRole.VAKTARE);
    return visit;
  }

  private static void report(Page page, String kind) {
    page.locator(".bricka")
        .filter(new Locator.FilterOptions().setHasText(kind))
        .first()
        .tap();
    page.locator("#text").fill("Det ligger kvar");
    press(page, "Skicka rapport");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).tap();
  }
}
