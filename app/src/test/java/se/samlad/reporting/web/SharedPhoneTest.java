package se.samlad.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** Two guards and one phone: each comes back by a PIN, and what one has unsent the other cannot read. */
@BrowserTest
class SharedPhoneTest {

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
  void colleagueTakesOverByPinAndReadsNothingOfWhatTheOtherHasUnsent() {
    try (Visit visit = doors.visit(Doors.phoneOptions().setPermissions(List.of()))) {
      Page page = visit.page();
      for (DemoRole role : List.of(DemoRole.POLIS, DemoRole.VAKTARE)) {
        visit.enter(built.town(), role);
        visit.open("/rapportera");
        assertThat(page.locator("#lage")).hasText("Uppkopplad");
        choosePin(
            page,
            role == DemoRole.POLIS ? "AB" : "CD",
            role == DemoRole.POLIS ? "190563" : "470218");
      }
      visit.picture("byt-anvandare");
      visit.isAccessible();
      press(page, "Stäng");
      page.evaluate("() => navigator.serviceWorker.ready.then(() => {})");
      page.route("**/rapportera/*-*-*", route -> route.abort());
      report(page, "Rutan är krossad");
      assertThat(page.locator("#sparad")).isVisible();
      assertThat(page.locator("#osant li")).hasCount(1);

      page.locator("#sparad-igen").tap();
      change(page, "AB", "000001");
      assertThat(page.locator("#byt-ruta [data-svar]"))
          .hasText("Fel PIN-kod. Efter fem fel måste du logga in.");
      page.locator("#byt-pin").fill("190563");
      press(page, "Lås upp");
      assertThat(page.locator("#osant")).isHidden();
      assertThat(readable(page, built.guard().toString()))
          .as("the colleague's unsent report")
          .isEqualTo("locked");
      assertThat(page.locator("main"))
          .not()
          .hasAttribute("data-jag", built.guard().toString());
      visit.open("/jag/sakerhet");
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/(demo|logga-in).*"));
      page.unrouteAll();
      visit.open("/rapportera");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(towns.reports(built)).as("the other's queue waits").isEmpty();

      change(page, "CD", "470218");
      assertThat(page.locator("main")).hasAttribute("data-jag", built.guard().toString());
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(page.locator("#osant")).isHidden();
      assertThat(towns.texts(built)).containsExactly("Rutan är krossad");
    }
  }

  @Test
  void fiveWrongPinsEndThePinAndALoginOpensTheQueueAgain() {
    try (Visit visit = doors.visit(Doors.phoneOptions().setPermissions(List.of()))) {
      Page page = visit.page();
      visit.enter(built.town(), DemoRole.VAKTARE);
      visit.open("/rapportera");
      choosePin(page, "CD", "470218");
      press(page, "Stäng");
      page.route("**/rapportera/*-*-*", route -> route.abort());
      report(page, "Skrivet före");
      assertThat(page.locator("#sparad")).isVisible();
      visit.enter(built.town(), DemoRole.POLIS);
      visit.open("/rapportera");
      assertThat(page.locator("#lage")).hasText("Uppkopplad");
      assertThat(readable(page, built.guard().toString())).isEqualTo("locked");

      for (int n = 0; n < 5; n++) {
        assertThat(guess(page, "99990" + n)).isIn("403", "429");
      }
      assertThat(guess(page, "470218")).as("the right one comes too late").isIn("403", "429");
      page.unrouteAll();

      visit.enter(built.town(), DemoRole.VAKTARE);
      visit.open("/rapportera");
      assertThat(page.locator("#lage"))
          .hasText(
              "Uppkopplad",
              new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                  .setTimeout(20_000));
      assertThat(towns.texts(built)).containsExactly("Skrivet före");
    }
  }

  private String guess(Page page, String pin) {
    return page.evaluate("""
        async ([jag, pin]) => String((await fetch('/rapportera/telefon/byt', { method: 'PUT', body: JSON.stringify({ jag, pin }),
          headers: { 'Content-Type': 'application/json', 'X-Samlad': '1' } })).status)
        """, List.of(built.guard().toString(), pin)).toString();
  }

  private static String readable(Page page, String jag) {
    return (String) page.evaluate("""
        async (jag) => {
          const { queued, bytes } = await import('/js/rapport/lada.js');
          try {
            for (const item of await queued(jag)) return new TextDecoder().decode(await bytes(item));
            return 'nothing';
          } catch (failure) { return failure.message; }
        }
        """, jag);
  }

  private static void choosePin(Page page, String name, String pin) {
    press(page, "Byt användare");
    page.locator("#byt-namn").fill(name);
    page.locator("#byt-ny").fill(pin);
    press(page, "Välj PIN-kod");
    assertThat(page.locator("#byt-ruta [data-svar]"))
        .hasText("PIN-koden är vald på den här telefonen.");
  }

  private static void change(Page page, String name, String pin) {
    press(page, "Byt användare");
    press(page, name);
    page.locator("#byt-pin").fill(pin);
    press(page, "Lås upp");
  }

  private static void report(Page page, String text) {
    page.locator(".bricka")
        .filter(new Locator.FilterOptions().setHasText("Klotter"))
        .first()
        .tap();
    page.locator("#plats-del summary").tap();
    page.locator("#omrade")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Centrum"));
    page.locator("#text").fill(text);
    press(page, "Skicka rapport");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .tap();
  }
}
