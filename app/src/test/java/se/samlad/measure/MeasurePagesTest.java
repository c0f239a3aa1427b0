package se.samlad.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import se.samlad.problem.Problems;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** The pages of measures as coordinator, owner and others meet them. */
@BrowserTest
class MeasurePagesTest {

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
  Measures measures;

  @Autowired
  ApiTokens tokens;

  MeasureTown town;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
  }

  @Test
  void coordinatorProposesAndWrongInputKeepsWhatWasTyped() {
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/atgarder");
      assertThat(page.locator("h2").first().textContent()).isEqualTo("Inga åtgärder");
      visit.isAccessible();
      visit.open("/atgarder/ny?problem=" + town.problem);
      visit.isAccessible();
      page.fill("#rubrik", "Kvällsbelysning vid busstationen");
      page.locator("#minskning").fill("200");
      page.locator("button:has-text('Föreslå åtgärden')").click();
      assertThat(page.title()).startsWith("Fel: ");
      assertThat(page.locator("#felsumma").textContent())
          .contains("Välj vilken typ", "Välj vilken organisation", "1–100 procent");
      assertThat(page.inputValue("#rubrik")).isEqualTo("Kvällsbelysning vid busstationen");
      assertThat(measures()).isZero();
      visit.isAccessible();
      page.selectOption("#typ", "BELYSNING_BATTRE");
      page.selectOption("#ansvarig", town.housing.toString());
      page.locator("#minskning").fill("40");
      page.locator("button:has-text('Föreslå åtgärden')").click();
      assertThat(page.locator("#meddelande").textContent()).contains("föreslagen");
      assertThat(page.locator("main").textContent()).contains("Väntar på svar från Bostäder");
      visit.isAccessible();
    }
    assertThat(measures()).isEqualTo(1);
  }

  @Test
  void newProblemIsTakenUpTogetherWithItsMeasureOrNotAtAll() {
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/atgarder/ny");
      page.fill("#problemrubrik", "Klotter i tunneln");
      page.selectOption("#grupp", town.group.toString());
      page.fill("#plats", "Tunneln");
      page.fill("#rubrik", "Sanera inom ett dygn");
      page.selectOption("#typ", "SANERING_REPARATION");
      page.check("input[name='mats'][value='SKADEGORELSE']");
      page.locator("button:has-text('Föreslå åtgärden')").click();
      assertThat(page.locator("#felsumma").textContent()).contains("Välj vilken organisation");
      assertThat(problemCount()).isEqualTo(1);
      page.selectOption("#ansvarig", town.housing.toString());
      page.locator("button:has-text('Föreslå åtgärden')").click();
      assertThat(page.locator("main").textContent()).contains("Klotter i tunneln");
    }
    assertThat(problemCount()).isEqualTo(2);
  }

  @Test
  void ownerAnswersAndSaysHowItGoesFromThePhone() {
    UUID id = proposed();
    try (Visit visit = doors.phone()) {
      visit.enter(town.town, DemoRole.BOSTADSBOLAG);
      Page page = visit.open("/atgarder?vad=mina");
      assertThat(page.locator("h2").first().textContent()).isEqualTo("1 åtgärd");
      visit.open("/atgarder/" + id);
      visit.isAccessible();
      visit.wholePicture("atgard-svara-telefon");
      page.locator("button:has-text('Åta er åtgärden')").click();
      assertThat(page.locator(".phuvud").textContent()).contains("Åtagen");
      page.check("input[value='DELAYED']");
      page.fill("#gjort", "9");
      page.fill("#tankt", "12");
      page.fill("#enhet", "kvällar");
      page.fill("#anteckning", "Två armaturer kvar");
      page.locator("button:has-text('Spara läget')").click();
      assertThat(page.locator(".phuvud").textContent()).contains("Pågår");
      assertThat(page.locator("#his ~ *, .tidslinje").first().textContent())
          .contains("9 av 12 kvällar", "Två armaturer kvar");
      visit.isAccessible();
      visit.wholePicture("atgard-telefon");
    }
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (Visit visit = doors.visit(Doors.deskOptions().setColorScheme(scheme))) {
        visit.enter(town.town, DemoRole.BOSTADSBOLAG);
        visit.open("/atgarder/" + id);
        visit.isAccessible();
        visit.wholePicture("atgard-" + (scheme == ColorScheme.LIGHT ? "ljus" : "mork"));
        visit.open("/atgarder");
        visit.picture("atgarder-" + (scheme == ColorScheme.LIGHT ? "ljus" : "mork"));
        visit.open("/atgarder/" + id + "/andra");
        visit.wholePicture("atgard-andra-" + (scheme == ColorScheme.LIGHT ? "ljus" : "mork"));
      }
    }
  }

  @Test
  void secondEditorIsToldAndKeepsTheTyped() {
    UUID id = proposed();
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/atgarder/" + id + "/andra");
      page.fill("#rubrik", "Min rubrik");
      tenancy.as(town.owner.actor(), () -> measures.commit(id, null, null));
      int status = page.waitForResponse(
              response -> response.url().endsWith("/andra") && response.status() != 200,
              () -> page.locator("button:has-text('Spara ändringen')").click())
          .status();
      assertThat(status).isEqualTo(412);
      assertThat(page.locator("#felsumma").textContent()).contains("Någon annan har ändrat");
      assertThat(page.inputValue("#rubrik")).isEqualTo("Min rubrik");
    }
  }

  @Test
  void othersMeasureIsAsAbsentAsOneThatNeverWas() {
    UUID id = proposed();
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.POLIS);
      assertThat(visit.page().request().get("/atgarder/" + id).status()).isEqualTo(404);
      assertThat(visit.page().request().get("/atgarder/" + UUID.randomUUID()).status())
          .isEqualTo(404);
      assertThat(visit.page().request().get("/atgarder/inget").status()).isEqualTo(404);
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.LEDNING);
      Page page = visit.open("/atgarder/" + id);
      assertThat(page.locator("main form").count()).isZero();
      assertThat(page.locator("main").textContent()).contains("Väntar på svar från Bostäder");
    }
  }

  @Test
  void tokenReadsWhatItsPrincipalMayAndNoMore() {
    UUID open = proposed();
    UUID hidden = tenancy.as(
        town.coordinator.actor(), () -> measures.propose(town.draft("Punktinsats", true)));
    UUID guards = town.guardInGroup.organisations().iterator().next();
    String secret = tenancy.as(
        town.town.system(),
        () -> tokens
            .issue(guards, town.guardInGroup.member(), "prov", Set.of(Scope.MEASURES_READ), null)
            .secret());
    try (Visit visit = doors.desk()) {
      RequestOptions bearer =
          RequestOptions.create().setHeader("Authorization", "Bearer " + secret);
      APIRequestContext api = visit.page().request();
      assertThat(api.get("/api/v1/measures", bearer).text())
          .contains(open.toString(), "\"next\":null", "\"status\":\"PROPOSED\"")
          .doesNotContain(hidden.toString());
      assertThat(api.get("/api/v1/measures/" + hidden, bearer).status()).isEqualTo(404);
      assertThat(api.get("/api/v1/measures/" + open, bearer).headers()).containsKey("etag");
      assertThat(api.get("/api/v1/measures?limit=201", bearer).status()).isEqualTo(422);
    }
  }

  private UUID proposed() {
    return tenancy.as(town.coordinator.actor(), () -> measures.propose(town.draft()));
  }

  private int measures() {
    return tenancy
        .as(town.coordinator.actor(), () -> measures.list(MeasureFilter.all()))
        .size();
  }

  private int problemCount() {
    return tenancy.as(town.coordinator.actor(), () -> problems.page(100, 0)).size();
  }
}
