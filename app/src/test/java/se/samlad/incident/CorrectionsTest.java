package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.Receipt;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** Granska tid and Förslag: what the reviewer answers, what follows, and that each answer is taken back by one press. */
@BrowserTest
@Import(Scene.class)
class CorrectionsTest {

  private static final String FRIDAY = "2026-11-20T19:30:00Z";

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  Corrections corrections;

  @Autowired
  Review review;

  @Autowired
  Undo undo;

  @Autowired
  SourceStore store;

  @Autowired
  Reports reports;

  @Autowired
  SubmissionReader reader;

  Scene scene;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
  }

  @Test
  void timeInDoubtIsSetAndCountsInItsOwnWeek() {
    UUID incident = scene.report(scene.guard, "KLOTTER", ahead(), 0.3, 0.5, "");
    Source asked = source(incident);
    assertThat(asked.flags()).containsExactly("TIME");
    assertThatThrownBy(() -> set(incident, asked.id(), Instant.parse("2031-01-01T00:00:00Z")))
        .isInstanceOf(InvalidInput.class);
    Review.Done done = set(incident, asked.id(), Instant.parse(FRIDAY));
    assertThat(source(incident).flags()).isEmpty();
    IncidentRow row = scene.row(scene.coordinator, incident);
    assertThat(row.from()).isEqualTo(FRIDAY);
    assertThat(row.week()).isEqualTo(Scene.MONDAY);
    as(scene.coordinator, () -> undo.deed(done.deed()));
    assertThat(source(incident).flags()).containsExactly("TIME");
    assertThat(scene.row(scene.coordinator, incident).from()).isNotEqualTo(Instant.parse(FRIDAY));
  }

  @Test
  void timeThatIsRightStandsAndIsAskedAboutOnce() {
    String said = ahead();
    UUID incident = scene.report(scene.guard, "KLOTTER", said, 0.3, 0.5, "");
    UUID id = source(incident).id();
    as(scene.coordinator, () -> corrections.time(pick(incident), id, Optional.empty()));
    assertThat(scene.row(scene.coordinator, incident).from()).isEqualTo(said);
    assertThatThrownBy(() ->
            as(scene.coordinator, () -> corrections.time(pick(incident), id, Optional.empty())))
        .isInstanceOf(Refused.class)
        .hasMessage("incident.mend.none");
  }

  @Test
  void lateCorrectionWaitsUntilTheReviewerTakesIt() {
    UUID incident = scene.report(scene.guard, "KLOTTER");
    as(scene.coordinator, () -> review.pass(Set.of(incident)));
    UUID report = propose(incident, "SKADEGORELSE");
    assertThat(scene.stands(incident)).isEqualTo("PASSED KLOTTER GROUP");
    assertThat(status(report)).isEqualTo(Receipt.Status.PROPOSED);
    UUID id = source(incident).id();
    Review.Done taken = as(scene.coordinator, () -> corrections.accept(pick(incident), id));
    assertThat(scene.stands(incident)).isEqualTo("PASSED SKADEGORELSE GROUP");
    assertThat(status(report)).isEqualTo(Receipt.Status.RECEIVED);
    as(scene.coordinator, () -> undo.deed(taken.deed()));
    assertThat(scene.stands(incident)).isEqualTo("PASSED KLOTTER GROUP");
    assertThat(source(incident).flags()).containsExactly("PROPOSAL");
    assertThat(status(report)).isEqualTo(Receipt.Status.PROPOSED);
  }

  @Test
  void refusedCorrectionLeavesTheReportAsItWas() {
    UUID incident = scene.report(scene.guard, "KLOTTER");
    UUID report = propose(incident, "SKADEGORELSE");
    UUID id = source(incident).id();
    Review.Done left = as(scene.coordinator, () -> corrections.refuse(pick(incident), id));
    assertThat(scene.stands(incident)).isEqualTo("NEW KLOTTER GROUP");
    assertThat(source(incident).flags()).isEmpty();
    assertThat(status(report)).isEqualTo(Receipt.Status.RECEIVED);
    as(scene.coordinator, () -> undo.deed(left.deed()));
    assertThat(source(incident).flags()).containsExactly("PROPOSAL");
    assertThat(status(report)).isEqualTo(Receipt.Status.PROPOSED);
  }

  @Test
  void onlyWhoeverPassesTheItemAnswers() {
    UUID incident = scene.report(scene.guard, "KLOTTER");
    propose(incident, "SKADEGORELSE");
    UUID id = source(incident).id();
    assertThatThrownBy(
            () -> as(scene.guardCoordinator, () -> corrections.accept(pick(incident), id)))
        .isInstanceOf(Refused.class)
        .hasMessage("incident.pass.none");
  }

  @Test
  void answersAreGivenByKeyAndOnTheIncidentsOwnPage() {
    scene.coordinator.playing(DemoRole.SAMORDNARE);
    UUID graffiti = scene.report(scene.guard, "KLOTTER", ahead(), 0.3, 0.5, "");
    UUID litter = scene.report(scene.guard, "NEDSKRAPNING");
    propose(litter, "SKADEGORELSE");
    try (Visit visit = doors.desk()) {
      visit.enter(scene.town, DemoRole.SAMORDNARE);
      Page page =
          visit.open("/handelser?flik=rattelser&fran=2026-11-01&till=2030-01-01&vald=" + graffiti);
      assertThat(page.locator("tr[data-rad]").count()).isEqualTo(2);
      assertThat(page.locator("#detalj").textContent()).contains("men den kom in");
      visit.isAccessible();
      page.locator("tr[data-rad][aria-current] a").focus();
      page.keyboard().press("t");
      page.locator(".angrarad:has-text('Tiden står kvar')").waitFor();
      visit.open("/handelser/" + litter);
      assertThat(page.locator(".punkter").textContent())
          .contains("Vad: Nedskräpning blir Skadegörelse");
      visit.isAccessible();
      page.locator("button:has-text('Ta rättelsen')").click();
      assertThat(page.locator(".angrarad").textContent()).contains("Rättelsen gäller.");
      assertThat(page.locator("h1").textContent()).startsWith("Skadegörelse");
      page.locator(".angrarad button").click();
      assertThat(page.locator("h1").textContent()).startsWith("Nedskräpning");
      visit.isAccessible();
    }
  }

  private Review.Done set(UUID incident, UUID source, Instant begins) {
    return as(
        scene.coordinator, () -> corrections.time(pick(incident), source, Optional.of(begins)));
  }

  /** The author corrects two days after the report came, and the correction is waiting. */
  private UUID propose(UUID incident, String category) {
    UUID report = source(incident).report();
    tenancy.as(
        scene.town.system(),
        () -> db.sql(
                "update samlad.report set received_at = received_at - interval '2 days' where report_id = :report")
            .param("report", report)
            .update());
    byte[] body = "{\"id\":\"%s\",\"incidents\":[{\"category\":\"%s\",\"from\":\"%s\",%s}]}"
        .formatted(Ids.next(), category, FRIDAY, TestTown.point(0.3, 0.5))
        .getBytes(StandardCharsets.UTF_8);
    as(scene.guard, () -> reports.correct(report, reader.readCorrection(body)));
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> source(incident).flags().equals(List.of("PROPOSAL")));
    return report;
  }

  private static String ahead() {
    return Instant.parse("2029-06-01T10:00:00Z").toString();
  }

  private Receipt.Status status(UUID report) {
    return as(scene.guard, () -> reports.status(report)).status();
  }

  private Source source(UUID incident) {
    return tenancy.readAs(scene.coordinator.actor(), () -> store.of(incident)).getFirst();
  }

  private static Map.Entry<UUID, Integer> pick(UUID incident) {
    return Picks.of(Set.of(incident)).stamps().firstEntry();
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
