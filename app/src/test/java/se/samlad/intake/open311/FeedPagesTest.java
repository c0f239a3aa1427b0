package se.samlad.intake.open311;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.incident.Scene;
import se.samlad.intake.events.Notice;
import se.samlad.intake.events.PoliceNotices;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.Feeds;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** Feeds as the administrator sees them, and what they bring as the coordinator meets it. No host is allowed, so nothing leaves the house. */
@BrowserTest
@Import(Scene.class)
class FeedPagesTest {

  private static final URI ADDRESS = URI.create("https://felanmalan.example/open311/v2");

  @Autowired
  Doors doors;

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Feeds feeds;

  @Autowired
  RequestStore requests;

  @Autowired
  PoliceNotices notices;

  Scene scene;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
    scene.coordinator.playing(DemoRole.SAMORDNARE);
    scene.town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
  }

  @Test
  void administratorSetsAFeedUpAndSwitchesItOnAndOff() {
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(scene.town, DemoRole.ADMINISTRATOR);
      visit.open("/admin/floden");
      assertThat(page.locator("main")).containsText("Inget hämtas från andra system.");
      page.locator("#vard").fill("https://polisen.se/api");
      page.getByText("Tillåt värden").click();
      assertThat(page.locator(".felsumma")).containsText("Skriv ett värdnamn som polisen.se");
      assertThat(page.locator("#vard")).hasValue("https://polisen.se/api");
      page.locator("#vard").fill("felanmalan.example");
      page.getByText("Tillåt värden").click();
      visit.isAccessible();
      page.locator("a[href$='slag=POLICE_EVENTS']").click();
      page.locator("#minuter").fill("1");
      page.locator("form.formular button[type=submit]").click();
      assertThat(page.locator(".felsumma")).containsText("mellan 2 och 1440");
      visit.isAccessible();
      page.locator("#minuter").fill("10");
      page.locator("form.formular button[type=submit]").click();
      assertThat(page.locator(".chip")).hasText("Av");
      page.locator("form[action$='/pa'] button").click();
      assertThat(page.locator("main")).containsText("Slå av");
      visit.isAccessible();
      visit.wholePicture("floden");
      page.locator("form[action$='/av'] button").click();
      assertThat(page.locator(".chip")).containsText("Av");
    }
  }

  @Test
  void coordinatorReadsNoticesBesideThePicture() {
    Instant evening = Instant.parse("2026-11-20T21:45:00Z");
    Notice first = new Notice(
        7,
        evening.plusSeconds(3600),
        evening,
        "Misshandel",
        "Provköping",
        "Bråk utanför stationen i Centrum.",
        "/aktuellt/handelser/2026/november/20/7/");
    scene.town.asSystem(() -> {
      notices.take(List.of(first), Set.of("Provköping"));
      notices.take(
          List.of(
              new Notice(
                  7,
                  evening.plusSeconds(7200),
                  evening,
                  "Misshandel, grov",
                  "Provköping",
                  "En person är gripen efter bråk i Centrum.",
                  first.path()),
              new Notice(6, evening, null, "Sammanfattning natt", "Provköping", "Lugn natt.", "")),
          Set.of("Provköping"));
    });
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(scene.town, DemoRole.SAMORDNARE);
      visit.open("/handelser/polisnotiser?vecka=2026-v47");
      assertThat(page.locator("main li.blad")).hasCount(2);
      assertThat(page.locator("main")).containsText("texten nämner Centrum");
      page.locator("summary").click();
      assertThat(page.locator("details")).containsText("Bråk utanför stationen");
      visit.isAccessible();
      visit.wholePicture("polisnotiser");
      page.locator("#omrade").selectOption(scene.norr.toString());
      page.getByText("Visa", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main li.blad")).hasCount(0);
    }
    try (Visit visit = doors.visit(Doors.phoneOptions().setColorScheme(ColorScheme.DARK))) {
      visit.enter(scene.town, DemoRole.SAMORDNARE);
      visit.open("/handelser/polisnotiser?vecka=2026-v47");
      visit.isAccessible();
      visit.wholePicture("polisnotiser-mobil-mork");
    }
  }

  @Test
  void coordinatorForwardsAFaultWithOneClickAndWordsAboutPersonsStop() {
    UUID incident = scene.report(scene.guard, "KLOTTER");
    UUID feed = Ids.next();
    scene.town.asSystem(() -> {
      feeds.set(new Feed(
          feed,
          FeedKind.OPEN311_OUT,
          "Kommunens felanmälan",
          ADDRESS,
          false,
          15,
          Map.of(),
          null,
          Map.of(),
          null,
          0,
          null,
          null));
      requests.addService(feed, "klotter", "Klottersanering");
      requests.map(feed, "klotter", "KLOTTER");
      feeds.turnOn(feed);
    });
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(scene.town, DemoRole.SAMORDNARE);
      visit.open("/handelser/" + incident);
      visit.isAccessible();
      page.locator("#beskrivning").fill("Anna Svensson på Storgatan 4 lgh 1203 har klottrat.");
      page.getByText("Skicka felanmälan").click();
      assertThat(page.locator("main")).containsText("Texten kan handla om en person.");
      visit.isAccessible();
      page.locator("#beskrivning").fill("Klotter på väggen mot torget.");
      page.getByText("Skicka felanmälan").click();
      assertThat(page.locator("#meddelande")).containsText("skickas inom en minut");
      assertThat(page.locator("main")).containsText("Kommunens felanmälan, Klottersanering");
      assertThat(page.locator("#beskrivning")).hasCount(0);
      visit.isAccessible();
      visit.wholePicture("felanmalan");
    }
    scene.town.asSystem(() -> feeds.turnOff(feed));
  }
}
