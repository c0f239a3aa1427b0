package se.samlad.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.Review;
import se.samlad.measure.MeasureCommitted;
import se.samlad.measure.MeasureTown;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.measure.Progress;
import se.samlad.problem.Problems;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.situation.SituationPictureSigned;
import se.samlad.situation.SituationPictures;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** From a report to what its author reads: passed, in the signed picture, a measure decided, carried out. Told as kinds and words. */
@SamladTest
class FeedbackTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

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
  Feedback feedback;

  @Autowired
  ApplicationEventPublisher events;

  MeasureTown town;
  Person author;
  Person colleague;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    UUID guards = town.town.organisation("Väktarna", "GUARD_COMPANY");
    author = town.town.person(Role.REPORTER, guards);
    colleague = town.town.person(Role.REPORTER, guards);
  }

  @Test
  void authorReadsThePictureTheMeasureAndThatItWasDone() {
    UUID report = report(author, "UTOMHUS");
    assertThat(read(author, report)).isEmpty();
    pass();
    signPicture();
    assertThat(read(author, report)).containsExactly("IN_PICTURE 2026-v48");
    UUID measure = propose(false);
    assertThat(read(author, report)).hasSize(1);
    commit(measure, "Belysningen vid torget lagas i veckan.");
    assertThat(read(author, report))
        .containsExactly(
            "IN_PICTURE 2026-v48", "MEASURE_DECIDED Belysningen vid torget lagas i veckan.");
    tenancy.as(town.owner.actor(), () -> measures.report(measure, null, Progress.DONE, null, ""));
    settle();
    assertThat(read(author, report)).hasSize(3).last().asString().startsWith("CARRIED_OUT");
  }

  @Test
  void nothingIsToldBeforeTheOwnerApprovedTheText() {
    UUID report = report(author, "UTOMHUS");
    pass();
    UUID measure = propose(false);
    commit(measure, null);
    assertThat(read(author, report)).isEmpty();
    assertThatThrownBy(() -> tenancy.as(town.guardInGroup.actor(), () -> {
          measures.approveText(measure, null, "Någon annans ord");
        }))
        .isInstanceOf(Refused.class);
    tenancy.as(town.owner.actor(), () -> measures.approveText(measure, null, "Vi lagar det."));
    settle();
    assertThat(read(author, report)).containsExactly("MEASURE_DECIDED Vi lagar det.");
    tenancy.as(town.owner.actor(), () -> measures.approveText(measure, null, "Det är lagat."));
    settle();
    assertThat(read(author, report)).containsExactly("MEASURE_DECIDED Det är lagat.");
  }

  @Test
  void othersReadNothingOfIt() {
    UUID report = report(author, "UTOMHUS");
    pass();
    signPicture();
    commit(propose(false), "Vi lagar det.");
    assertThat(read(author, report)).hasSize(2);
    for (Person other : List.of(colleague, town.owner, town.guardInGroup, town.stranger)) {
      assertThat(read(other, report)).isEmpty();
    }
    assertThat(answersSeenBy(colleague)).isZero();
    assertThat(answersSeenBy(author)).isEqualTo(1);
    Person abroad = TestTown.in(tenancy, db, catalogue).person(Role.COORDINATOR, null);
    assertThat(read(abroad, report)).isEmpty();
  }

  @Test
  void confidentialMeasuresOtherPlacesOtherKindsAndWithdrawnReportsGetNoAnswer() {
    UUID same = report(author, "UTOMHUS");
    UUID otherKind = report(author, "KLOTTER");
    UUID elsewhere = report(author, "UTOMHUS", TestTown.point(0.3, 0.9));
    UUID withdrawn = report(author, "UTOMHUS");
    pass();
    tenancy.as(author.actor(), () -> reports.withdraw(withdrawn, Ids.next()));
    settle();
    signPicture();
    commit(propose(true), "Hemligt.");
    assertThat(read(author, same)).containsExactly("IN_PICTURE 2026-v48");
    commit(propose(false), "Vi lagar det.");
    assertThat(read(author, same)).hasSize(2);
    assertThat(read(author, otherKind)).containsExactly("IN_PICTURE 2026-v48");
    assertThat(read(author, elsewhere)).containsExactly("IN_PICTURE 2026-v48");
    assertThat(read(author, withdrawn)).isEmpty();
  }

  @Test
  void eventsThatComeAgainAddNothing() {
    UUID report = report(author, "UTOMHUS");
    pass();
    SituationPictureSigned signed = signPicture();
    UUID measure = propose(false);
    commit(measure, "Vi lagar det.");
    for (Object again : List.of(signed, new MeasureCommitted(town.town.id().value(), measure))) {
      tenancy.as(town.town.system(), () -> events.publishEvent(again));
      settle();
    }
    assertThat(read(author, report)).hasSize(2);
  }

  @Test
  void reportNotPassedIsNotInThePicture() {
    UUID report = report(author, "UTOMHUS");
    signPicture();
    assertThat(read(author, report)).isEmpty();
  }

  @Test
  void reportPassedAfterTheSigningIsToldWithTheNextPicture() {
    UUID early = report(author, "UTOMHUS");
    pass();
    sign("2026-v48");
    UUID late = report(author, "UTOMHUS");
    pass();
    assertThat(read(author, late)).isEmpty();
    sign("2026-v49");
    assertThat(read(author, late)).containsExactly("IN_PICTURE 2026-v49");
    assertThat(read(author, early)).containsExactly("IN_PICTURE 2026-v48");
  }

  @Test
  void authorHearsHowItWentWhenTheMeasureIsConcluded() {
    UUID report = report(author, "UTOMHUS");
    pass();
    UUID measure = propose(false);
    commit(measure, "Vi lagar det.");
    tenancy.as(town.owner.actor(), () -> measures.report(measure, null, Progress.DONE, null, ""));
    tenancy.as(
        town.coordinator.actor(),
        () -> measures.conclude(measure, null, Outcome.END, "Färre samlingar", null));
    settle();
    List<Told> told = tenancy.readAs(author.actor(), () -> feedback.about(List.of(report)));
    assertThat(told)
        .extracting(Told::kind)
        .containsExactly(Told.Kind.MEASURE_DECIDED, Told.Kind.CARRIED_OUT, Told.Kind.CONCLUDED);
    assertThat(told.getLast().outcome()).isEqualTo(Outcome.END);
  }

  @Test
  void shareAnsweredWithinSevenDaysLeavesOutThoseThatStillHaveTime() {
    UUID old = report(author, "UTOMHUS");
    UUID late = report(author, "UTOMHUS");
    UUID fresh = report(author, "UTOMHUS");
    pass();
    Instant now = Instant.now();
    receivedAt(old, now.minus(Duration.ofDays(10)));
    receivedAt(late, now.minus(Duration.ofDays(9)));
    signPicture();
    town.town.asSystem(() -> {
      db.sql("update samlad.feedback_told set told_at = :at where report_id = :report")
          .param("at", java.sql.Timestamp.from(now.minus(Duration.ofDays(5))))
          .param("report", old)
          .update();
      db.sql("update samlad.feedback_told set told_at = :at where report_id in (:late, :fresh)")
          .param("at", java.sql.Timestamp.from(now))
          .param("late", late)
          .param("fresh", fresh)
          .update();
    });
    LocalDate today = LocalDate.ofInstant(now, IsoWeek.ZONE);
    AnsweredShare share = tenancy.readAs(
        town.coordinator.actor(),
        () -> feedback.answeredWithinSevenDays(today.minusWeeks(4), today));
    assertThat(share.answered()).isEqualTo(1);
    assertThat(share.reports()).isEqualTo(2);
    assertThat(share.share()).isEqualTo(0.5);
  }

  private UUID report(Person person, String category) {
    return report(person, category, TestTown.POINT);
  }

  private UUID report(Person person, String category, String point) {
    UUID id = Ids.next();
    byte[] body = ("{\"incidents\":[{\"category\":\"" + category
            + "\",\"from\":\"2026-11-20T19:30:00Z\"," + point + "}]}")
        .getBytes(StandardCharsets.UTF_8);
    tenancy.as(person.actor(), () -> reports.receive(id, body, reader.read(body), "API"));
    settle();
    return id;
  }

  private void pass() {
    Set<UUID> ids = tenancy.readAs(
        town.coordinator.actor(),
        () -> Set.copyOf(incidents
            .list(
                IncidentSelection.between(MONDAY, MONDAY.plusWeeks(1))
                    .withReview(IncidentSelection.Review.NEW),
                100,
                0)
            .stream()
            .map(IncidentRow::id)
            .toList()));
    tenancy.as(town.coordinator.actor(), () -> review.pass(ids));
    settle();
  }

  private SituationPictureSigned signPicture() {
    SituationPictureSigned signed = tenancy.as(town.coordinator.actor(), () -> {
      var picture = pictures.open(town.group, Period.parse("2026-v48").orElseThrow());
      var event = new SituationPictureSigned(
          town.town.id().value(),
          picture.id(),
          town.group,
          picture.covered().first(),
          picture.covered().last());
      events.publishEvent(event);
      return event;
    });
    settle();
    return signed;
  }

  /** Signed in earnest, so that the next picture knows when. */
  private void sign(String period) {
    var coordinator = town.coordinator.actor();
    var picture = tenancy.as(
        coordinator, () -> pictures.open(town.group, Period.parse(period).orElseThrow()));
    tenancy.as(coordinator, () -> {
      picture.blocks().forEach(block -> pictures.tick(picture.id(), block.kind(), true));
      pictures.ready(picture.id());
    });
    CurrentActor.as(coordinator, () -> pictures.sign(picture.id()));
    settle();
  }

  private UUID propose(boolean confidential) {
    UUID id = tenancy.as(
        town.coordinator.actor(),
        () -> measures.propose(town.draft("Bättre belysning", confidential)));
    settle();
    return id;
  }

  private void commit(UUID measure, String text) {
    tenancy.as(town.owner.actor(), () -> measures.commit(measure, null, text));
    settle();
  }

  private void receivedAt(UUID report, Instant at) {
    town.town.asSystem(
        () -> db.sql("update samlad.report set received_at = :at where report_id = :report")
            .param("at", java.sql.Timestamp.from(at))
            .param("report", report)
            .update());
  }

  /** Until every listener has done its work. */
  private void settle() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> db.sql(
                "select count(*) from drift.event_publication where completion_date is null")
            .query(Integer.class)
            .single()
            .equals(0));
  }

  private List<String> read(Person person, UUID report) {
    return tenancy.readAs(person.actor(), () -> feedback.about(List.of(report))).stream()
        .map(told -> told.kind() + " " + (told.words() == null ? told.period() : told.words()))
        .toList();
  }

  private int answersSeenBy(Person person) {
    return tenancy.readAs(
        person.actor(),
        () -> db.sql("select count(*) from samlad.feedback_answer")
            .query(Integer.class)
            .single());
  }
}
