package se.samlad.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.Review;
import se.samlad.measure.MeasureTown;
import se.samlad.measure.Measures;
import se.samlad.problem.Problems;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.situation.SituationPictureSigned;
import se.samlad.situation.SituationPictures;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** What the author reads on the phone, and how the owner approves it at the desk. */
@BrowserTest
class FeedbackPagesTest {

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
  SituationPictures pictures;

  @Autowired
  Reports reports;

  @Autowired
  SubmissionReader reader;

  @Autowired
  Incidents incidents;

  @Autowired
  Review review;

  @Autowired
  ApplicationEventPublisher events;

  MeasureTown town;
  Person author;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    author = town.town
        .person(Role.REPORTER, town.town.organisation("Väktarna", "GUARD_COMPANY"))
        .playing(DemoRole.VAKTARE);
  }

  @Test
  void ownerApprovesTheWordsAndTheAuthorReadsThem() {
    report("UTOMHUS");
    pass();
    signPicture();
    report("KLOTTER");
    UUID measure = tenancy.as(town.coordinator.actor(), () -> measures.propose(town.draft()));
    tenancy.as(town.owner.actor(), () -> measures.commit(measure, null, null));
    settle();
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town.town, DemoRole.BOSTADSBOLAG);
      visit.open("/aterkoppling");
      visit.isAccessible();
      page.locator("textarea").fill("");
      page.getByText("Godkänn texten").click();
      assertThat(page.locator(".felsumma")).isVisible();
      visit.isAccessible();
      page.locator("textarea").fill("Belysningen vid torget lagas i veckan.");
      page.getByText("Godkänn texten").click();
      assertThat(page.locator("#meddelande")).containsText("Texten är godkänd.");
      settle();
      visit.open("/aterkoppling");
      assertThat(page.locator("main")).containsText("en rapport har fått svaret");
      visit.wholePicture("aterkoppling");
      visit.isAccessible();
    }
    try (Visit visit = doors.phone()) {
      Page page = visit.enter(town.town, DemoRole.VAKTARE);
      visit.open("/mina-rapporter");
      assertThat(page.locator("main")).containsText("Belysningen vid torget lagas i veckan.");
      assertThat(page.locator(".svarlista li").last()).containsText("Med i lägesbild v. 48");
      assertThat(page.locator(".svarlista li").last()).containsText("Åtgärd beslutad");
      assertThat(page.locator(".svarlista li").first()).containsText("Mottagen");
      assertThat(page.locator(".svarlista li").first()).not().containsText("Åtgärd");
      visit.isAccessible();
      visit.wholePicture("mina-rapporter-telefon");
    }
    try (Visit visit = doors.visit(
        Doors.deskOptions().setColorScheme(ColorScheme.DARK).setJavaScriptEnabled(false))) {
      Page page = visit.enter(town.town, DemoRole.VAKTARE);
      visit.open("/mina-rapporter");
      assertThat(page.locator("main")).containsText("Åtgärd beslutad");
      visit.wholePicture("mina-rapporter-mork");
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      visit.open("/mina-rapporter");
      assertThat(visit.page().locator("main")).containsText("Du har inte rapporterat än.");
      assertThat(visit.page().locator("main")).not().containsText("torget");
      visit.open("/aterkoppling");
      assertThat(visit.page().locator("textarea")).hasCount(0);
    }
  }

  private void report(String category) {
    UUID id = Ids.next();
    byte[] body = ("{\"incidents\":[{\"category\":\"" + category
            + "\",\"from\":\"2026-11-20T19:30:00Z\"," + TestTown.POINT + "}]}")
        .getBytes(StandardCharsets.UTF_8);
    tenancy.as(author.actor(), () -> reports.receive(id, body, reader.read(body), "API"));
    settle();
  }

  private void pass() {
    LocalDate monday = LocalDate.of(2026, 11, 16);
    Set<UUID> ids = tenancy.readAs(
        town.coordinator.actor(),
        () -> Set.copyOf(incidents
            .list(
                IncidentSelection.between(monday, monday.plusWeeks(1))
                    .withReview(IncidentSelection.Review.NEW),
                100,
                0)
            .stream()
            .map(IncidentRow::id)
            .toList()));
    tenancy.as(town.coordinator.actor(), () -> review.pass(ids));
    settle();
  }

  private void signPicture() {
    tenancy.as(town.coordinator.actor(), () -> {
      var picture = pictures.open(town.group, Period.parse("2026-v48").orElseThrow());
      events.publishEvent(new SituationPictureSigned(
          town.town.id().value(),
          picture.id(),
          town.group,
          picture.covered().first(),
          picture.covered().last()));
    });
    settle();
  }

  private void settle() {
    Awaitility.await()
        .until(() -> db.sql(
                "select count(*) from drift.event_publication where completion_date is null")
            .query(Integer.class)
            .single()
            .equals(0));
  }
}
