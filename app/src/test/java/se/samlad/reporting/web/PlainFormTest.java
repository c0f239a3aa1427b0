package se.samlad.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The form in a browser without script: what a guard types is kept until it can be taken, and then it is received once. */
@BrowserTest
class PlainFormTest {

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
  void reportGoesInAndTheReceiptSaysWhatHappensNext() {
    try (Visit visit = withoutScript()) {
      Page page = visit.page();
      choose(page, "Skadegörelse");
      choose(page, "Glaskross");
      page.locator("#plats-del summary").click();
      page.locator("#plats").fill("järnvägsgatan");
      page.locator("#text").fill("Tre rutor krossade. Han heter Kalle Svensson, 811228-9874.");
      page.getByText("Skicka rapport").click();

      assertThat(page.url()).contains("/rapportera/tack/");
      assertThat(page.locator("main").innerText())
          .contains(
              "Rapporten är mottagen", "Glaskross", "Järnvägsgatan 4", "veckomötet i EST Centrum")
          .contains("ett personnummer", "ett namn")
          .doesNotContain("811228", "Kalle");
      assertThat(towns.reports(built))
          .containsExactly("GLASKROSS · Järnvägsgatan 4 · ADDRESS · DOUBTFUL");

      page.getByText("Mina rapporter").click();
      assertThat(page.title()).startsWith("Mina rapporter");
      assertThat(page.locator("main").innerText()).contains("Glaskross");
      page.goBack();

      page.reload();
      page.goBack();
      page.getByText("Skicka rapport").click();
      assertThat(towns.reports(built))
          .as("the same form again is the same report")
          .hasSize(1);
    }
  }

  @Test
  void whatWasTypedStandsWhenSomethingIsMissing() {
    try (Visit visit = withoutScript()) {
      Page page = visit.page();
      page.locator("#text").fill("Ruta krossad");
      page.locator("#plats-del summary").click();
      page.locator("#plats").fill("stadsp");
      page.getByText("Skicka rapport").click();

      assertThat(page.title()).startsWith("Fel: ");
      assertThat(page.locator(".felsumma").innerText())
          .contains("Välj vad som har hänt.", "Flera platser har det namnet.");
      assertThat(page.locator("#text").inputValue()).isEqualTo("Ruta krossad");
      assertThat(towns.reports(built)).isEmpty();

      page.getByLabel("Stadsparkens lekplats").check();
      choose(page, "Klotter");
      page.getByText("Skicka rapport").click();
      assertThat(towns.reports(built))
          .containsExactly("KLOTTER · Stadsparkens lekplats · ADDRESS · CLEAR");
    }
  }

  @Test
  void receiptTakesUndoAndChangeWithoutShowingTheText() {
    try (Visit visit = withoutScript()) {
      Page page = visit.page();
      choose(page, "Klotter");
      page.locator("#plats-del summary").click();
      page.locator("#omrade").selectOption("Norr");
      page.locator("#text").fill("Grön tagg på väggen");
      page.getByText("Skicka rapport").click();
      page.getByText("Ändra", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.content()).doesNotContain("Grön tagg");
      choose(page, "Brand");
      page.getByText("Spara ändringen").click();
      assertThat(towns.reports(built)).containsExactly("BRAND_ANLAGD · Norr · AREA · CLEAR");

      page.getByText("Ångra").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Rapporten är återtagen.");
    }
  }

  @Test
  void severalIncidentsGoInOneReportAndEachIsChangedByItself() {
    try (Visit visit = withoutScript()) {
      Page page = visit.page();
      choose(page, "Brand");
      choose(page, "Container");
      page.locator("#plats-del summary").click();
      page.locator("#plats").fill("järnvägsgatan");
      page.locator("#text").fill("Ring 070-123 45 67 om branden");
      page.getByText("En till, samma plats").click();
      assertThat(page.locator("#tillagda").innerText()).contains("Brand", "Järnvägsgatan 4");
      assertThat(page.content()).as("what the form carries along").doesNotContain("070-123");
      assertThat(towns.reports(built)).isEmpty();

      choose(page, "Klotter");
      page.getByText("Skicka rapport").click();
      assertThat(towns.reports(built))
          .containsExactly(
              "BRAND_ANLAGD · Järnvägsgatan 4 · ADDRESS · CLEAR",
              "KLOTTER · Järnvägsgatan 4 · ADDRESS · NONE");
      assertThat(towns.answers(built)).containsExactly("{\"VAD_BRANN\": \"CONTAINER\"}", "{}");

      page.getByText("Ändra", new Page.GetByTextOptions().setExact(true)).click();
      page.locator("#tillagda a").click();
      choose(page, "Buskörning");
      page.getByText("Spara ändringen").click();
      assertThat(towns.reports(built))
          .containsExactly(
              "BRAND_ANLAGD · Järnvägsgatan 4 · ADDRESS · CLEAR",
              "BUSKORNING · Järnvägsgatan 4 · ADDRESS · NONE");
      assertThat(towns.answers(built)).containsExactly("{\"VAD_BRANN\": \"CONTAINER\"}", "{}");
      assertThat(towns.texts(built)).contains("Ring ▮ om branden");
    }
  }

  @Test
  void incidentThatWasAddedIsTakenAwayAgain() {
    try (Visit visit = withoutScript()) {
      Page page = visit.page();
      choose(page, "Klotter");
      page.locator("#plats-del summary").click();
      page.locator("#plats").fill("järnvägsgatan");
      page.getByText("En till, samma plats").click();
      page.locator("#tillagda button").click();
      assertThat(page.locator("#tillagda").isVisible()).isFalse();
      page.getByText("Skicka rapport").click();
      assertThat(page.locator(".felsumma").innerText()).contains("Välj vad som har hänt.");
      assertThat(towns.reports(built)).isEmpty();
    }
  }

  @Test
  void nothingToReportIsAnsweredOnceAndTakenBack() {
    try (Visit visit = withoutScript()) {
      Page page = visit.open("/rapportera/inget");
      assertThat(page.getByText("Stämmer").count()).as("last week and this").isEqualTo(2);
      page.getByText("Stämmer").first().click();
      assertThat(page.locator("main").innerText()).contains("Du svarade");
      assertThat(page.getByText("Stämmer").count()).isEqualTo(1);
      page.getByText("Ångra").click();
      assertThat(page.getByText("Stämmer").count()).isEqualTo(2);
    }
  }

  private static void choose(Page page, String kind) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(kind).setExact(true))
        .check();
  }

  private Visit withoutScript() {
    Visit visit = doors.visit(Doors.phoneOptions().setJavaScriptEnabled(false));
    visit.enter(built.town(), DemoRole.VAKTARE);
    return visit;
  }
}
