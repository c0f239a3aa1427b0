package se.samlad.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.MeasureTown;
import se.samlad.measure.Measures;
import se.samlad.problem.Problems;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** A whole meeting: by keyboard, with a second screen, and what the shared screen never shows. */
@BrowserTest
class MeetingWalkTest {

  static final Period PERIOD = Period.of(new IsoWeek(2026, 47));
  static final String PATH = "/moten/est-centrum/2026-v47";

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
  Meetings meetings;

  MeasureTown town;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    new PlantedPlace(town.town, db, town.housing, town.centrum).write(new IsoWeek(2026, 46));
    town.town.asSystem(() -> db.sql(
            "update samlad.group_member set organisation_id = :org where member_id = :member")
        .param("org", town.housing)
        .param("member", town.owner.member())
        .update());
  }

  @Test
  void wholeMeetingIsHeldByKeyboardAndSeenOnASecondScreen() {
    try (Visit visit = doors.visit(screen(ColorScheme.LIGHT));
        Visit second = doors.desk()) {
      Page page = visit.enter(town.town, DemoRole.SAMORDNARE);
      visit.open("/moten");
      visit.isAccessible();
      visit.open(PATH);
      visit.isAccessible();
      visit.wholePicture("mote-dagordning");
      press(page, "button:has-text('Starta mötet')");
      assertThat(page.url()).endsWith("/visa/1");
      for (int i = 0; i < 3; i++) {
        turn(page, "ArrowRight");
      }
      assertThat(page.locator("h1").textContent()).contains("12 händelser, mer än väntat");
      second.enter(town.town, DemoRole.LEDNING);
      Page other = second.open(PATH + "/visa/4");
      PlaywrightAssertions.assertThat(other.locator("#beslutslista")).containsText("Inget");
      decide(visit, page);
      PlaywrightAssertions.assertThat(other.locator("#beslutslista"))
          .containsText("Mer eller bättre belysning", new ContainsTextOptions().setTimeout(5000));
      assertThat(open()).singleElement().satisfies(measure -> {
        assertThat(measure.status()).isEqualTo(MeasureStatus.PROPOSED);
        assertThat(measure.followUpOn()).isEqualTo(measure.doneBy().plusWeeks(4));
        assertThat(measure.watched().codes()).containsExactly("SKADEGORELSE");
      });
      press(page, "[data-angra] button");
      PlaywrightAssertions.assertThat(page.locator("#beslutslista")).containsText("Inget");
      assertThat(open()).isEmpty();
      decide(visit, page);
      turn(page, "Escape");
      assertThat(page.url()).endsWith(PATH);
      page.locator("input[name='narvarande']").first().focus();
      page.keyboard().press("Space");
      press(page, "button:has-text('Spara närvaron')");
      press(page, "button:has-text('Avsluta mötet')");
      assertThat(page.locator("#meddelande").textContent()).contains("fryst");
      visit.open(PATH + "/protokoll");
      visit.isAccessible();
      visit.wholePicture("mote-protokoll");
      assertThat(page.locator("main").textContent())
          .contains("Mer eller bättre belysning", "Bostäder", "40 % färre", "12 händelser");
    }
    Meeting closed = as(() -> meetings.of(town.group, PERIOD));
    String before = as(() -> meetings.minutes(closed)).toString();
    tenancy.as(town.owner.actor(), () -> measures.commit(open().getFirst().id(), null, null));
    assertThat(as(() -> meetings.minutes(closed)).toString()).isEqualTo(before);
    assertThatThrownBy(
            () -> tenancy.as(town.coordinator.actor(), () -> meetings.start(town.group, PERIOD)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
  }

  @Test
  void everyPageIsAccessibleLegibleAndSafeToShare() {
    UUID hidden = as(() -> measures.propose(town.draft("Punktinsats hos granne", true)));
    tenancy.as(
        town.coordinator.actor(),
        () -> meetings.note(town.group, PERIOD, "laget", "Grannen ringde om ljudet"));
    assertThat(as(() -> measures.find(hidden))).isPresent();
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      String suffix = scheme == ColorScheme.LIGHT ? "ljus" : "mork";
      try (Visit visit = doors.visit(screen(scheme))) {
        Page page = visit.enter(town.town, DemoRole.SAMORDNARE);
        for (int number = 1; number <= 6; number++) {
          visit.open(PATH + "/visa/" + number);
          visit.picture("mote-" + number + "-" + suffix);
          visit.isAccessible();
          assertThat(smallTexts(page)).as("page " + number).isEmpty();
          assertThat(page.content()).doesNotContain("Punktinsats", "Grannen ringde");
        }
        visit.open(PATH + "/visa/4?som=lista");
        visit.isAccessible();
        assertThat(smallTexts(page)).isEmpty();
        page.keyboard().press("b");
        PlaywrightAssertions.assertThat(page.locator("#typ")).isFocused();
        visit.picture("mote-lada-" + suffix);
        visit.isAccessible();
        assertThat(smallTexts(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("#lada[open]").count()).isZero();
        page.keyboard().press("?");
        assertThat(page.locator(".hjalpruta[open]").count()).isEqualTo(1);
        visit.isAccessible();
        page.locator("#tangenter").click();
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        assertThat(page.locator("#lada[open]").count()).isZero();
      }
    }
  }

  @Test
  void wrongInputInTheDrawerKeepsWhatWasTypedAndWritesNothing() {
    try (Visit visit = doors.visit(screen(ColorScheme.LIGHT))) {
      Page page = visit.enter(town.town, DemoRole.SAMORDNARE);
      visit.open(PATH + "/visa/4");
      page.keyboard().press("b");
      page.fill("#plats", "Bakom stationen");
      page.selectOption("#typ", "KAMERA");
      page.locator("#lada button[type=submit]").click();
      assertThat(page.locator("#felsumma").textContent()).contains("Välj vilken organisation");
      assertThat(page.inputValue("#plats")).isEqualTo("Bakom stationen");
      visit.isAccessible();
    }
    assertThat(open()).isEmpty();
    assertThat(as(() -> problems.list(town.group))).hasSize(1);
  }

  @Test
  void withGuestsSmallCountsAndPointsAreGoneAndTheChangeIsLogged() {
    tenancy.as(town.coordinator.actor(), () -> meetings.setRoom(town.group, PERIOD, true, true));
    try (Visit visit = doors.visit(screen(ColorScheme.LIGHT))) {
      Page page = visit.enter(town.town, DemoRole.SAMORDNARE);
      visit.open(PATH + "/visa/4");
      assertThat(page.locator(".tabell").first().textContent()).contains("färre än 5");
      assertThat(page.locator(".karta .k-p").count()).isZero();
      assertThat(page.content()).doesNotContain("som=lista");
    }
    int logged = tenancy.readAs(
        town.town.system(),
        () -> db.sql("select count(*) from samlad.audit_entry where verb = 'meeting.room'")
            .query(Integer.class)
            .single());
    assertThat(logged).isEqualTo(1);
  }

  @Test
  void othersMeetingIsAbsentAndOnlyTheCoordinatorClosesOne() {
    assertThatThrownBy(() ->
            tenancy.as(town.stranger.actor(), () -> meetings.attend(town.group, PERIOD, Set.of())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> tenancy.as(town.owner.actor(), () -> meetings.close(town.group, PERIOD)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED));
    tenancy.as(town.owner.actor(), () -> meetings.note(town.group, PERIOD, "laget", "Lugnt"));
    assertThat(seenBy(town.stranger.actor())).isZero();
    assertThat(seenBy(town.town.system())).isZero();
    assertThat(seenBy(town.owner.actor())).isEqualTo(1);
  }

  private void decide(Visit visit, Page page) {
    page.keyboard().press("b");
    PlaywrightAssertions.assertThat(page.locator("#typ")).isFocused();
    page.keyboard().type("Mer");
    page.locator("#ansvarig").focus();
    page.keyboard().type("Bost");
    press(page, "#lada button[type=submit]");
    PlaywrightAssertions.assertThat(page.locator("#beslutslista")).containsText("belysning");
    visit.isAccessible();
  }

  private static void press(Page page, String selector) {
    Locator button = page.locator(selector).first();
    button.focus();
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  private static void turn(Page page, String key) {
    page.waitForNavigation(() -> page.keyboard().press(key));
  }

  private static NewContextOptions screen(ColorScheme scheme) {
    return Doors.deskOptions().setViewportSize(1920, 1080).setColorScheme(scheme);
  }

  /** Texts that would be drawn smaller than 22 px. */
  private static List<?> smallTexts(Page page) {
    return (List<?>) page.evaluate("""
        () => [...document.querySelectorAll('body *')].filter(e => {
          const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          return own && e.checkVisibility() && !e.closest('.dold, .hopp') && parseFloat(getComputedStyle(e).fontSize) < 21.99;
        }).map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + getComputedStyle(e).fontSize + ' ' + e.textContent.trim().slice(0, 40))
        """);
  }

  private List<Measure> open() {
    return as(() -> measures.list(MeasureFilter.open()));
  }

  private int seenBy(Actor actor) {
    return tenancy.readAs(
        actor,
        () -> db.sql("select count(*) from samlad.meeting_note")
            .query(Integer.class)
            .single());
  }

  private <T> T as(Supplier<T> work) {
    return tenancy.as(town.coordinator.actor(), work);
  }
}
