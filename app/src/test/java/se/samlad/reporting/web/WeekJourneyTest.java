package se.samlad.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.WeekLinks;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** The week as its people meet it: the link in the reminder, the board, the own picture with its checklist, the course, the invitations. */
@BrowserTest
class WeekJourneyTest {

  private static final IsoWeek LAST = IsoWeek.of(Instant.now()).plus(-1);

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  WeekLinks links;

  private TestTown town;
  private UUID company;
  private UUID unit;
  private TestTown.Person guard;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centre = town.area("Centrum", 0, 0);
    town.group("EST Centrum", true, centre);
    company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
    unit = town.unit(company, "Kvällspasset");
    guard = town.person(Role.REPORTER, company).in(unit).playing(DemoRole.VAKTARE);
    town.person(Role.ORGANISATION_COORDINATOR, company).playing(DemoRole.BOSTADSBOLAG);
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
  }

  @Test
  void linkAnswersByItsButtonAloneAndWithoutLogin() {
    String path = tenancy.readAs(
        town.system(),
        () -> links.path(unit, LAST, guard.member(), Instant.now().plus(Duration.ofDays(1))));
    try (Visit visit = doors.visit(narrow().setJavaScriptEnabled(false))) {
      Page page = visit.open(path);
      page.reload();
      assertThat(answers()).as("looking answers nothing").isZero();
      press(page, "Stämmer, inget att rapportera");
      assertThat(page.locator("main").innerText()).contains("Tack. Kvällspasset har inget");
      assertThat(answers()).isEqualTo(1);
      press(page, "Ångra");
      press(page, "Vi har rapporterat");
      assertThat(page.locator("main").innerText()).contains("Tack. Kvällspasset har rapporterat");
      page.navigate(path.substring(0, path.length() - 1));
      assertThat(page.locator("h1").innerText()).isEqualTo("Länken gäller inte längre");
    }
    try (Visit visit = doors.visit(narrow())) {
      visit.open(path);
      visit.isAccessible();
    }
  }

  @Test
  void coordinatorSeesWhoIsSilentRemindsAndSetsPauses() {
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/tackning");
      assertThat(page.locator("main").innerText()).contains("0 av 1 enheter har svarat");
      visit.isAccessible();
      press(page, "Påminn alla som inte svarat");
      assertThat(page.locator("#meddelande").innerText()).contains("läses under Notiser");
      visit.open("/tackning?visa=area");
      visit.isAccessible();
      visit.open("/tackning/svarsdag");
      visit.isAccessible();
      page.locator("#titel").fill("Semester");
      page.locator("#start").fill(LAST.monday().toString());
      page.locator("#slut").fill("i morgon");
      press(page, "Lägg till uppehåll");
      assertThat(page.locator(".felsumma").innerText()).contains("Skriv ett datum");
      assertThat(page.locator("#titel").inputValue()).isEqualTo("Semester");
      page.locator("#slut").fill(LAST.sunday().toString());
      press(page, "Lägg till uppehåll");
      visit.open("/tackning");
      assertThat(page.locator("main").innerText()).contains("0 av 0 enheter", "Uppehåll");
    }
    try (Visit visit = doors.visit(narrow())) {
      visit.enter(town, DemoRole.VAKTARE);
      visit.open("/notiser");
      assertThat(visit.page().locator("main").innerText()).contains("Har ni något att rapportera");
      visit.isAccessible();
    }
  }

  @Test
  void ownPictureCarriesACommentAndAChecklistThatGoesWithTheAnswer() {
    try (Visit visit = doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK))) {
      Page page = visit.enter(town, DemoRole.BOSTADSBOLAG);
      visit.open("/min-organisation");
      visit.isAccessible();
      page.locator("#kommentar").fill("Han heter Kalle Svensson");
      press(page, "Skicka till EST-samordnaren");
      assertThat(page.locator("main").innerText()).contains("Kommentaren är inte skickad");
      page.locator("#kommentar").fill("Mörkt i källarna på Järnvägsgatan.");
      press(page, "Skicka igen, i stället för den förra");
      assertThat(page.locator("main").innerText()).doesNotContain("är inte skickad");
      visit.open("/min-organisation/" + company + "/checklista");
      page.locator("#rad0").fill("Parkering");
      page.locator("#kategori0").selectOption("KLOTTER");
      page.locator("#rad1").fill("Källare");
      press(page, "Spara ny version");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flytta upp Källare"))
          .click();
      assertThat(page.locator("#rad0").inputValue()).isEqualTo("Källare");
      visit.isAccessible();
      visit.open("/affisch/" + company);
      assertThat(page.locator("main").innerText()).contains("SAMLAD_PUBLIC_URL");
      visit.isAccessible();
    }
    try (Visit visit = doors.visit(narrow())) {
      Page page = visit.enter(town, DemoRole.VAKTARE);
      visit.open("/rapportera/inget");
      visit.isAccessible();
      page.getByLabel("Parkering").first().check();
      page.getByText("Stämmer").first().click();
      assertThat(page.locator("main").innerText()).contains("Du svarade");
      visit.open("/rapportera?kategori=KLOTTER");
      assertThat(page.locator("input[name=kategori][value=KLOTTER]").isChecked())
          .isTrue();
    }
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/tackning?vecka=" + LAST.slug());
      assertThat(page.locator("main").innerText()).contains("Mörkt i källarna", "1 av 1 enheter");
    }
  }

  @Test
  void courseExplainsEachWrongAnswerAndPasses() {
    try (Visit visit = doors.visit(narrow().setJavaScriptEnabled(false))) {
      Page page = visit.enter(town, DemoRole.VAKTARE);
      visit.open("/rapportera/utbildning");
      answer(page, "aaaaaa");
      assertThat(page.locator("main").innerText())
          .contains("Några svar blev fel", "Skriv vad som hände, inte vem.");
      answer(page, "bcabca");
      assertThat(page.locator("main").innerText()).contains("Godkänd!");
    }
    try (Visit visit = doors.visit(narrow().setColorScheme(ColorScheme.DARK))) {
      visit.enter(town, DemoRole.VAKTARE);
      visit.open("/rapportera/utbildning");
      visit.isAccessible();
    }
  }

  @Test
  void administratorTriesAFileBeforeInvitingAndFollowsTheSending() {
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town, DemoRole.ADMINISTRATOR);
      visit.open("/admin/inbjudningar");
      visit.isAccessible();
      page.locator("#tabell")
          .fill("namn;epost;organisation\nVäktare;v" + UUID.randomUUID()
              + "@a.example;Lind Bevakning\nFel;fel;Lind Bevakning");
      press(page, "Prova filen");
      assertThat(page.locator("main").innerText()).contains("1 bjuds in, 1 rader");
      press(page, "Bjud in de rader som går att läsa");
      assertThat(page.locator("main").innerText()).contains("1 är inbjudna", "/inbjudan/");
      visit.isAccessible();
      visit.open("/utbildning");
      visit.isAccessible();
      visit.open("/admin/utskick");
      assertThat(page.locator("main").innerText())
          .contains("Ingen e-post är inställd", "Inbjudan")
          .doesNotContain("Skicka ett prov");
      visit.isAccessible();
    }
  }

  private static void answer(Page page, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      page.locator("input[name=fraga" + (i + 1) + "][value=" + letters.charAt(i) + "]")
          .check();
    }
    page.getByText("Rätta mina svar").click();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static Browser.NewContextOptions narrow() {
    return Doors.phoneOptions().setViewportSize(320, 640);
  }

  private int answers() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select coalesce(sum(nothing + stated), 0) from samlad.unit_week")
            .query(Integer.class)
            .single());
  }
}
