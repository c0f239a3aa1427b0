package se.samlad.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
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
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureTown;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** The pages of problems, at the desk and on the phone. */
@BrowserTest
class ProblemPagesTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Problems problems;

  @Autowired
  ApiTokens tokens;

  MeasureTown town;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
  }

  @Test
  void groupTakesUpAProblemAndWrongInputKeepsWhatWasTyped() {
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/problem");
      assertThat(page.locator("h2").first().textContent()).isEqualTo("1 problem");
      visit.isAccessible();
      page.locator("a:has-text('Ta upp ett problem')").first().click();
      visit.isAccessible();
      page.fill("#rubrik", "Klotter längs gångvägen");
      page.fill("#till", "2020-01-01");
      page.locator("button:has-text('Ta upp ett problem')").click();
      assertThat(page.title()).startsWith("Fel: ");
      assertThat(page.locator("#felsumma").textContent()).contains("sista dag");
      assertThat(page.inputValue("#rubrik")).isEqualTo("Klotter längs gångvägen");
      page.fill("#till", "2026-11-29");
      page.fill("#fran", "2026-11-02");
      page.locator("button:has-text('Ta upp ett problem')").click();
      assertThat(page.locator("#felsumma").textContent())
          .contains("Ange en plats eller ett område", "minst en kategori");
      visit.isAccessible();
      page.selectOption("#omrade", town.centrum.toString());
      page.check("input[name='kategorier'][value='SKADEGORELSE']");
      page.locator("button:has-text('Ta upp ett problem')").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("Klotter längs gångvägen");
      assertThat(page.locator("main").textContent()).contains("Inga händelser sedan");
      visit.isAccessible();
    }
  }

  @Test
  void causesAreDrawnAsAFishboneAndStatusSaysWhyOnThePhone() {
    try (Visit visit = doors.phone()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/problem/" + town.problem);
      visit.isAccessible();
      write(page, "Mörkt mellan väntkurerna efter klockan 18", "SETTING", "KNOWN");
      write(page, "Många väntar länge på sista bussen", "EXPOSED", "REPORTED");
      page.locator("summary:has-text('Skriv en orsak')").click();
      page.selectOption("#bakom", page.locator("#bakom option").nth(1).getAttribute("value"));
      page.fill("#orsak", "Två armaturer är trasiga");
      page.locator("button:has-text('Lägg till orsaken')").click();
      assertThat(page.locator("svg.fiskben").getAttribute("aria-label")).contains("3 orsaker");
      page.locator("summary:has-text('Som lista')").click();
      assertThat(page.locator(".orsaker .bakom").textContent()).contains("Två armaturer");
      visit.isAccessible();
      visit.wholePicture("problem-telefon");
      page.locator("#lage input[value='WATCHED']").check();
      page.locator("button:has-text('Ändra läget')").click();
      assertThat(page.locator("#felsumma").textContent()).contains("Skriv varför");
      assertThat(page.locator("#lage input[value='WATCHED']").isChecked()).isTrue();
      page.fill("#skal", "Lugnt i tre veckor");
      page.locator("button:has-text('Ändra läget')").click();
      assertThat(page.locator(".phuvud").textContent()).contains("Bevakas");
      assertThat(page.locator(".tidslinje").textContent()).contains("Lugnt i tre veckor");
    }
  }

  @Test
  void apiTellsTheProblemsTheTokenMaySee() {
    UUID member = town.guardInGroup.member();
    String secret = tenancy.as(
        town.town.system(),
        () -> tokens
            .issue(
                town.guardInGroup.organisations().iterator().next(),
                member,
                "prov",
                Set.of(Scope.PROBLEMS_READ),
                null)
            .secret());
    try (Visit visit = doors.desk()) {
      RequestOptions bearer =
          RequestOptions.create().setHeader("Authorization", "Bearer " + secret);
      APIRequestContext api = visit.page().request();
      assertThat(api.get("/api/v1/problems", bearer).text())
          .contains(town.problem.toString(), "\"next\":null");
      assertThat(api.get("/api/v1/problems/" + town.problem, bearer).headers())
          .containsEntry("etag", "\"1\"");
      assertThat(api.get("/api/v1/problems/" + UUID.randomUUID(), bearer).status())
          .isEqualTo(404);
    }
  }

  private static void write(Page page, String words, String group, String support) {
    page.locator("summary:has-text('Skriv en orsak')").click();
    page.fill("#orsak", words);
    page.check("input[name='grupp'][value='" + group + "']");
    page.check("input[name='stod'][value='" + support + "']");
    page.locator("button:has-text('Lägg till orsaken')").click();
  }
}
