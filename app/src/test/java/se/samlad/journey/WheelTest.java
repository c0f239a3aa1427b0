package se.samlad.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.demo.Demo;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/**
 * The EST wheel once, in Lindesta: a guard reports from a phone, the coordinator passes it, the picture is signed, the meeting agrees, the
 * owner commits, and the guard reads what came of it. Everything at the desk is done by keyboard alone.
 */
@BrowserTest
class WheelTest {

  private static final String PLACE = "Busstationen";

  @Autowired
  Doors doors;

  @Autowired
  Demo demo;

  @Autowired
  Municipalities municipalities;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @BeforeEach
  void town() {
    demo.open();
  }

  @Test
  void reportBecomesAnAnswer() {
    String receipt = guardReports();
    String picture = coordinatorPassesAndSigns();
    meetingAgrees(picture.replace("/lagesbilder/", "/moten/"));
    ownerCommits();
    guardReads(receipt);
  }

  private String guardReports() {
    try (Visit phone = doors.visit(atThePlace(Doors.phoneOptions()))) {
      Page page = enter(phone, DemoRole.VAKTARE);
      assertThat(page.locator("#plats-lage")).containsText("±");
      page.locator(".bricka", new Page.LocatorOptions().setHasText("Skadegörelse"))
          .first()
          .tap();
      page.getByText("Skicka rapport", new Page.GetByTextOptions().setExact(true))
          .tap();
      assertThat(page.locator("h1")).containsText("Rapporten är mottagen");
      phone.isAccessible();
      return page.url();
    }
  }

  private String coordinatorPassesAndSigns() {
    try (Visit desk = doors.desk()) {
      Page page = enter(desk, DemoRole.SAMORDNARE);
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator(".hsrad").count() > 0;
          },
          new Page.WaitForConditionOptions().setTimeout(120_000));
      assertThat(page.locator(".hsrad").first()).containsText(PLACE);
      desk.isAccessible();
      String picture = page.locator(
              ".uppgift a", new Page.LocatorOptions().setHasText("lägesbilden"))
          .first()
          .getAttribute("href");

      press(page, page.locator(".uppgift a").first());
      page.waitForURL("**/handelser**");
      desk.isAccessible();
      int waiting = number(page.locator(".meny [aria-current] .antal"));
      page.keyboard().press("a");
      assertThat(page.locator(".angrarad")).isVisible();
      page.reload();
      org.assertj.core.api.Assertions.assertThat(
              number(page.locator(".meny [aria-current] .antal")))
          .isEqualTo(waiting - 1);

      desk.open("/analys");
      assertThat(page.locator(".hslista li").first()).containsText(PLACE);
      assertThat(page.locator(".hslista li").first()).containsText("väntat");
      desk.isAccessible();

      desk.open(picture);
      arriving(page, page.locator("main form button[type=submit]").first());
      List<String> blocks = page.locator(".blocklista > li > a").all().stream()
          .map(link -> link.getAttribute("href"))
          .toList();
      org.assertj.core.api.Assertions.assertThat(blocks).hasSize(7);
      for (String block : blocks) {
        desk.open(block);
        arriving(page, page.locator(".blocklista button[name=klart][value=ja]"));
      }
      desk.isAccessible();
      arriving(page, page.locator("form[action$='/klar'] button"));
      arriving(page, page.locator("form[action$='/beslut'] button"));
      assertThat(page.locator("main")).containsText("Beslut");
      desk.isAccessible();
      return picture;
    }
  }

  private void meetingAgrees(String path) {
    try (Visit screen = doors.visit(Doors.deskOptions().setViewportSize(1920, 1080))) {
      Page page = enter(screen, DemoRole.SAMORDNARE);
      screen.open(path);
      screen.isAccessible();
      press(page, page.locator("form[action$='/start'] button"));
      page.waitForURL("**/visa/**");
      while (!page.innerText("h1").contains(PLACE)) {
        String before = page.url();
        page.keyboard().press("ArrowRight");
        page.waitForURL(url -> !url.equals(before));
      }
      screen.isAccessible();
      page.keyboard().press("b");
      Locator drawer = page.locator("#lada form");
      drawer.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
      chosen(drawer.locator("#typ"));
      drawer
          .locator("#ansvarig")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption().setLabel("Lindesta Bostäder"));
      screen.isAccessible();
      press(page, drawer.locator("button[type=submit]"));
      assertThat(page.locator("#beslutslista")).containsText("Lindesta Bostäder");
    }
  }

  private void ownerCommits() {
    try (Visit owner = doors.desk()) {
      Page page = enter(owner, DemoRole.BOSTADSBOLAG);
      press(
          page,
          page.locator(".uppgift a", new Page.LocatorOptions().setHasText("Svara på"))
              .first());
      page.waitForURL("**/atgarder**");
      owner.isAccessible();
      press(
          page,
          page.locator("main tbody tr", new Page.LocatorOptions().setHasText(PLACE))
              .locator("a")
              .first());
      page.waitForURL(Pattern.compile(".*/atgarder/[0-9a-f-]{36}"));
      owner.isAccessible();
      press(page, page.locator("form[action$='/atagande'] button"));
      assertThat(page.locator("main")).containsText("Åtagen");
    }
  }

  private void guardReads(String receipt) {
    String id = receipt.replaceAll(".*/", "");
    try (Visit phone = doors.phone()) {
      Page page = enter(phone, DemoRole.VAKTARE);
      Locator mine = page.locator("main li", new Page.LocatorOptions())
          .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='" + id + "']")));
      page.waitForCondition(
          () -> {
            phone.open("/mina-rapporter");
            return mine.innerText().contains("Åtgärd beslutad");
          },
          new Page.WaitForConditionOptions().setTimeout(30_000));
      org.assertj.core.api.Assertions.assertThat(mine.innerText())
          .contains("Mottagen", "Med i lägesbild", "Åtgärd beslutad");
      phone.isAccessible();
    }
  }

  private Browser.NewContextOptions atThePlace(Browser.NewContextOptions options) {
    record Point(double lat, double lon) {}
    Point at = tenancy.readAs(
        Actor.system(municipalities.find(Demo.LINDESTA).orElseThrow()),
        () -> db.sql("select lat, lon from samlad.place where name = :name")
            .param("name", PLACE)
            .query(Point.class)
            .single());
    return options
        .setPermissions(List.of("geolocation"))
        .setGeolocation(new Geolocation(at.lat(), at.lon()).setAccuracy(12));
  }

  private static Page enter(Visit visit, DemoRole role) {
    Page page = visit.open("/demo?kommun=" + Demo.LINDESTA);
    page.evaluate("() => document.querySelectorAll('details').forEach(more => more.open = true)");
    page.locator("form[action='/demo/" + role.code() + "'] button").first().click();
    page.waitForURL(url -> !url.contains("/demo"));
    return page;
  }

  /** As by keyboard: the focus on it, and Enter. */
  private static void press(Page page, Locator what) {
    what.focus();
    page.keyboard().press("Enter");
  }

  /** Presses what leads to a page, and waits for that page. */
  private static void arriving(Page page, Locator what) {
    page.evaluate("() => { window.before = true; }");
    press(page, what);
    page.waitForFunction("() => !window.before && document.readyState === 'complete'");
  }

  /** The first choice that is one. */
  private static void chosen(Locator select) {
    if (select.inputValue().isEmpty()) {
      select.focus();
      select.press("ArrowDown");
    }
  }

  private static int number(Locator badge) {
    return Integer.parseInt(badge.innerText().replaceAll("[^0-9]", ""));
  }
}
