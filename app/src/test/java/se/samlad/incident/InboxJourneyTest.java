package se.samlad.incident;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samlad.ground.access.DemoRole;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** Triage as the coordinator does it: by keys, with one undo, and what the pages look like. */
@BrowserTest
@Import(Scene.class)
class InboxJourneyTest {

  @Autowired
  Doors doors;

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Clock clock;

  Scene scene;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
    scene.coordinator.playing(DemoRole.SAMORDNARE);
    scene.policeCoordinator.playing(DemoRole.POLIS);
  }

  @Test
  void coordinatorTriagesByKeysAndTakesOnePressBack() {
    evening();
    try (Visit visit = doors.desk()) {
      visit.enter(scene.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/handelser");
      assertThat(page.locator("tr[data-rad]")).hasCount(6);
      visit.isAccessible();
      String first = shown(page);
      page.keyboard().press("j");
      assertThat(page.locator("#detalj")).not().hasAttribute("data-id", first);
      page.keyboard().press("k");
      assertThat(page.locator("#detalj")).hasAttribute("data-id", first);
      page.keyboard().press("x");
      assertThat(page.locator("[data-antal]")).hasText("1 valda");
      visit.picture("handelser-ljus");
      page.keyboard().press("x");
      page.keyboard().press("?");
      assertThat(page.locator("#genvagar")).isVisible();
      visit.isAccessible();
      page.keyboard().press("Escape");
      page.keyboard().press("a");
      assertThat(page.locator("tr[data-rad]")).hasCount(5);
      assertThat(page.locator("#detalj")).not().hasAttribute("data-id", first);
      assertThat(page.locator("#meddelande")).hasText("1 händelse är godkänd och delad.");
      visit.isAccessible();
      page.locator("[data-angra] button").click();
      assertThat(page.locator("tr[data-rad]")).hasCount(6);
      page.keyboard().press("e");
      assertThat(page.locator("#ny-kategori")).isFocused();
      visit.isAccessible();
    }
  }

  @Test
  void duplicateIsMergedByOneKey() {
    Instant at = clock.instant().minus(Duration.ofHours(30));
    scene.report(scene.guard, "SKADEGORELSE", at.toString(), 0.3, 0.5, "");
    scene.report(scene.caretaker, "KLOTTER", at.plusSeconds(600).toString(), 0.301, 0.501, "");
    try (Visit visit = doors.desk()) {
      visit.enter(scene.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/handelser?flik=dubbletter");
      assertThat(page.locator("tr[data-rad]")).hasCount(2);
      page.keyboard().press("d");
      assertThat(page.locator(".angrarad")).containsText("ihopslagen");
      page.navigate("/handelser?flik=nya");
      assertThat(page.locator("tr[data-rad]")).hasCount(1);
      page.locator("#detalj a:has-text('Öppna')").click();
      assertThat(page.locator("article.kalla")).hasCount(2);
      visit.isAccessible();
      visit.wholePicture("handelse-ljus");
      page.locator("article.kalla button:has-text('Flytta ut')").first().click();
      assertThat(page.locator("article.kalla")).hasCount(1);
    }
  }

  @Test
  void pagesAreReadableInTheDarkOnAPhoneAndWithoutScript() {
    evening();
    try (Visit dark = doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK))) {
      dark.enter(scene.town, DemoRole.SAMORDNARE);
      dark.open("/handelser?flik=alla");
      dark.isAccessible();
      dark.picture("handelser-mork");
    }
    try (Visit phone = doors.phone()) {
      phone.enter(scene.town, DemoRole.SAMORDNARE);
      Page page = phone.open("/handelser");
      phone.isAccessible();
      phone.wholePicture("handelser-telefon");
      assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    }
    try (Visit plain = doors.visit(Doors.deskOptions().setJavaScriptEnabled(false))) {
      plain.enter(scene.town, DemoRole.SAMORDNARE);
      Page page = plain.open("/handelser");
      page.locator("#godkann button").click();
      assertThat(page.locator(".angrarad")).containsText("1 händelse är godkänd och delad.");
      page.locator(".angrarad button").click();
      assertThat(page.locator("tr[data-rad]")).hasCount(6);
    }
  }

  private void evening() {
    Instant at = clock.instant().minus(Duration.ofHours(20));
    scene.report(
        scene.guard,
        "SKADEGORELSE",
        at.toString(),
        0.3,
        0.5,
        "Tre rutor krossade på väntkur B. En grupp om cirka sex ungdomar gick mot torget.");
    scene.report(
        scene.caretaker, "SKADEGORELSE", at.minusSeconds(1200).toString(), 0.3005, 0.5, "");
    scene.report(scene.guard, "SAMLING", at.minusSeconds(7200).toString(), 0.6, 0.2, "");
    scene.report(scene.officer, "RAN", at.minusSeconds(9000).toString(), 0.7, 0.8, "");
    scene.report(
        scene.guard,
        "NARKOTIKA",
        at.minusSeconds(12000).toString(),
        0.2,
        0.9,
        "Såg Kalle Karlsson i lägenhet 1203.");
    scene.report(scene.caretaker, "KLOTTER", at.minusSeconds(90000).toString(), 0.9, 0.9, "");
  }

  private static String shown(Page page) {
    return page.locator("#detalj").getAttribute("data-id");
  }
}
