package se.samlad.situation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
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
import se.samlad.situation.StreetLife;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** A coordinator writes the week's lägesbild and signs it; the group reads it. */
@BrowserTest
class PicturePagesTest {

  private static final String PICTURE = "/lagesbilder/est-centrum/2026-v48";

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
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centrum = town.area("Centrum", 0, 0);
    UUID guards = town.organisation("Bevakning", "GUARD_COMPANY");
    town.unit(guards, "Kvällsturen");
    UUID group = town.group("EST Centrum", false, centrum);
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    town.person(Role.GROUP_MEMBER, null)
        .inGroup(group, false, centrum)
        .playing(DemoRole.GRUPPMEDLEM);
    town.person(Role.REPORTER, guards).playing(DemoRole.VAKTARE);
    StreetLife life = new StreetLife(town, db, guards, centrum);
    IsoWeek covered = IsoWeek.parse("2026-v47").orElseThrow();
    for (int weeks = 1; weeks < 60; weeks++) {
      life.in(covered.plus(-weeks), weeks % 2);
    }
    life.in(covered, 12);
  }

  @Test
  void pictureIsWrittenSignedAndReadByTheGroup() {
    try (Visit visit = doors.desk();
        Visit member = doors.desk()) {
      Page page = begin(visit);
      visit.isAccessible();
      visit.wholePicture("lagesbild-desk-ljus");
      tickAll(page);
      press(page, "Klar för möte");
      assertThat(page.locator("#meddelande")).containsText("klar för möte");
      press(page, "Besluta och lås");
      assertThat(page.locator("#beslut")).isVisible();
      assertThat(page.locator("form[data-spara]")).hasCount(0);
      visit.isAccessible();
      visit.wholePicture("lagesbild-beslutad");

      member.enter(town, DemoRole.GRUPPMEDLEM);
      member.open("/lagesbilder");
      member.isAccessible();
      member.page().getByRole(AriaRole.LINK, named("Lägesbild vecka 48")).click();
      assertThat(member.page().locator("article.a4")).containsText("Torget");
      assertThat(member.page().getByRole(AriaRole.BUTTON, pressed("Ny version")))
          .hasCount(0);

      press(page, "Ny version");
      assertThat(page.locator("h1")).containsText("vecka 48");
      assertThat(page.locator("#versioner")).isVisible();
    }
  }

  @Test
  void typedTextIsSavedByItselfAndTheSheetFollows() {
    try (Visit visit = doors.desk()) {
      Page page = begin(visit);
      page.clock().install();
      page.locator("#text").fill("Det var många på torget i helgen. Ring 070-123 45 67.");
      assertThat(page.locator("[data-sparat]")).containsText("Inte sparat än");
      page.clock().runFor(5_100);
      assertThat(page.locator("[data-sparat]")).containsText("Sparat kl.");
      assertThat(page.locator("article.a4")).containsText("Det var många på torget i helgen.");
      assertThat(page.locator("article.a4")).not().containsText("070");
      assertThat(page.locator("#text")).hasValue(java.util.regex.Pattern.compile(".*▮.*"));
    }
  }

  @Test
  void secondEditorSeesBothTexts() {
    try (Visit first = doors.desk();
        Visit second = doors.desk()) {
      Page one = begin(first);
      second.enter(town, DemoRole.SAMORDNARE);
      Page two = second.open(PICTURE + "?block=korthet");
      one.locator("#text").fill("Den förstas text.");
      press(one, "Spara");
      two.locator("#text").fill("Den andras text.");
      press(two, "Spara");

      assertThat(two.locator(".felsumma")).containsText("Någon annan sparade blocket");
      assertThat(two.locator("form[data-spara]")).containsText("Den förstas text.");
      assertThat(two.locator("#text")).hasValue("Den andras text.");
      second.isAccessible();
      press(two, "Spara");
      assertThat(two.locator("article.a4")).containsText("Den andras text.");
    }
  }

  @Test
  void wrongInputIsToldAndNothingIsWritten() {
    try (Visit visit = doors.desk()) {
      Page page = begin(visit);
      page.locator("#text").fill("å".repeat(701));
      press(page, "Spara");
      assertThat(page.locator(".felsumma")).containsText("högst 700 tecken");
      assertThat(page.locator("#text")).hasValue("å".repeat(701));

      assertThat(status(page, "/lagesbilder/est-centrum/2026-v99")).isEqualTo(404);
      assertThat(status(page, "/lagesbilder/annan-grupp/2026-v48")).isEqualTo(404);
      assertThat(status(page, PICTURE + "?version=7")).isEqualTo(404);
      assertThat(status(page, PICTURE + "/pdf?version=x")).isBetween(400, 499);
      assertThat(post(page, PICTURE + "/beslut", "bild=" + UUID.randomUUID())).isEqualTo(404);
      assertThat(post(page, PICTURE + "/beslut", "bild=x")).isBetween(400, 499);
      assertThat(post(page, PICTURE + "/block/annat", "bild=" + UUID.randomUUID() + "&revision=0"))
          .isEqualTo(404);

      page.navigate(PICTURE);
      page.getByText("Berättar om").click();
      page.locator("#tacker").fill("2026-01-01--2026-12-31");
      press(page, "Ändra");
      assertThat(page.locator(".felsumma")).containsText("högst 26 veckor");
      assertThat(page.locator("#tacker")).hasValue("2026-01-01--2026-12-31");
      page.navigate("/lagesbilder");
      page.locator("#period").fill("nästa vecka");
      press(page, "Öppna");
      assertThat(page.locator(".felsumma")).containsText("2026-v48");
      assertThat(page.locator("#period")).hasValue("nästa vecka");
      visit.isAccessible();
    }
  }

  @Test
  void whatIsEnteredInTheCalendarIsWhatToExpect() {
    try (Visit visit = doors.desk();
        Visit member = doors.desk()) {
      Page page = begin(visit);
      page.navigate("/lagesbilder/kalender");
      page.locator("#titel").fill("derby i ishallen");
      page.locator("#dag").fill("28 november");
      press(page, "Lägg till");
      assertThat(page.locator(".felsumma")).containsText("2026-11-28");
      assertThat(page.locator("#titel")).hasValue("derby i ishallen");
      page.locator("#dag").fill("2026-11-28");
      page.locator("#kl").fill("15.00");
      press(page, "Lägg till");
      assertThat(page.locator("#meddelande")).containsText("Tillagt");
      visit.isAccessible();

      page.navigate(PICTURE);
      assertThat(page.locator("article.a4")).containsText("Lör 28 nov derby i ishallen kl. 15.00.");
      member.enter(town, DemoRole.GRUPPMEDLEM);
      Page reading = member.open("/lagesbilder/kalender");
      assertThat(reading.getByRole(AriaRole.BUTTON, pressed("Lägg till"))).hasCount(0);
      member.isAccessible();
    }
  }

  @Test
  void documentIsSentAsPdfAndRefusedToThoseWhoMayNotRead() {
    try (Visit visit = doors.desk();
        Visit member = doors.desk();
        Visit guard = doors.desk()) {
      Page page = begin(visit);
      APIResponse pdf = page.request().get(PICTURE + "/pdf");
      assertThat(pdf.status()).isEqualTo(200);
      assertThat(pdf.headers().get("content-type")).startsWith("application/pdf");
      assertThat(pdf.headers().get("content-disposition"))
          .contains("lagesbild-est-centrum-2026-v48-1.pdf");
      assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");

      member.enter(town, DemoRole.GRUPPMEDLEM);
      assertThat(status(member.page(), PICTURE)).as("a draft").isEqualTo(404);
      assertThat(status(member.page(), PICTURE + "/pdf")).isEqualTo(404);
      guard.enter(town, DemoRole.VAKTARE);
      assertThat(status(guard.page(), "/lagesbilder")).isEqualTo(403);
    }
  }

  @Test
  void pageWorksOnAPhoneInTheDarkAndWithoutScript() {
    try (Visit phone = doors.visit(Doors.phoneOptions().setColorScheme(ColorScheme.DARK));
        Visit desk = doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK));
        Visit plain = doors.visit(Doors.deskOptions().setJavaScriptEnabled(false))) {
      begin(phone);
      phone.isAccessible();
      assertThat(phone.page().evaluate("() => document.documentElement.scrollWidth <= 360"))
          .isEqualTo(true);
      phone.wholePicture("lagesbild-telefon-mork");
      desk.enter(town, DemoRole.SAMORDNARE);
      desk.open(PICTURE);
      desk.isAccessible();
      desk.wholePicture("lagesbild-desk-mork");

      plain.enter(town, DemoRole.SAMORDNARE);
      Page page = plain.open(PICTURE + "?block=vanta");
      page.locator("#text").fill("Utan skript.");
      press(page, "Klart");
      assertThat(page.locator("article.a4")).containsText("Utan skript.");
    }
  }

  private Page begin(Visit visit) {
    visit.enter(town, DemoRole.SAMORDNARE);
    Page page = visit.open("/lagesbilder");
    page.locator("#period").fill("2026-v48");
    press(page, "Öppna");
    assertThat(page.locator("h1")).containsText("Lägesbild vecka 48");
    return page;
  }

  private static void tickAll(Page page) {
    Locator left = page.locator(".blocklista .chip--varn");
    while (left.count() > 0) {
      press(page, "Klart");
      page.waitForLoadState();
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, pressed(button)).first().click();
  }

  private static Page.GetByRoleOptions pressed(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static int status(Page page, String path) {
    return page.request()
        .get(path, RequestOptions.create().setHeader("Accept", "text/html"))
        .status();
  }

  private static int post(Page page, String path, String body) {
    String token = page.locator("input[name=_csrf]").first().inputValue();
    return page.request()
        .post(
            path,
            RequestOptions.create()
                .setHeader("Accept", "text/html")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setData(body + "&_csrf=" + token))
        .status();
  }
}
