package se.samlad.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.Training.State;
import se.samlad.reporting.jdbc.TrainingStore;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TurnedClock;

/** Trained reporters: who may report, who is told to take the course again, and who sees it. */
@SamladTest
class TrainingTest {

  private static final List<Integer> WRONG = List.of(0, 0, 0, 0, 0, 0);

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private Training training;

  @Autowired
  private TrainingStore store;

  @Autowired
  private Organisations organisations;

  @Autowired
  private Reports reports;

  @Autowired
  private SubmissionReader bodies;

  @Autowired
  private Outbox outbox;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private MessageSource messages;

  @Autowired
  private Audit audit;

  private TestTown town;
  private UUID company;
  private TestTown.Person reporter;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue);
    town.area("Centrum", 0, 0);
    company = town.organisation("Bevakning", "GUARD_COMPANY");
    reporter = town.person(Role.REPORTER, company);
  }

  @Test
  void accountReportsAfterPassingWhereTheMunicipalityAsksForIt() {
    assertThatCode(() -> send(reporter.actor())).doesNotThrowAnyException();
    ask();
    assertThatThrownBy(() -> send(reporter.actor()))
        .isInstanceOf(Refused.class)
        .hasMessage("training.refused.MISSING");
    assertThat(answer(WRONG).passed()).isFalse();
    assertThat(standing()).isEqualTo(State.MISSING);
    assertThat(answer(Training.RIGHT).passed()).isTrue();
    assertThat(standing()).isEqualTo(State.TRAINED);
    assertThatCode(() -> send(reporter.actor())).doesNotThrowAnyException();
  }

  @Test
  void everyWrongAnswerIsToldAndTooFewAnswersDoNotPass() {
    assertThat(answer(List.of(1, 2, 0, 1, 2)).right())
        .containsExactly(true, true, true, true, true, false);
    assertThat(answer(List.of(-1, 2, 0, 1, 2, 0)).right().getFirst()).isFalse();
    assertThat(answer(List.of()).passed()).isFalse();
  }

  @Test
  void yearOldCourseWarnsThenStops() {
    Instant passed = Instant.parse("2026-01-10T08:00:00Z");
    assertThat(stateAfter(passed, 0)).isEqualTo(State.TRAINED);
    assertThat(stateAfter(passed, 335)).isEqualTo(State.TRAINED);
    assertThat(stateAfter(passed, 336)).isEqualTo(State.DUE);
    assertThat(stateAfter(passed, 395)).isEqualTo(State.DUE);
    assertThat(stateAfter(passed, 396)).isEqualTo(State.LAPSED);
  }

  @Test
  void systemsTokensAndDemoAccountsAreNotAsked() {
    ask();
    Actor person = reporter.actor();
    Actor token = new Actor(
        person.municipality(),
        ActorKind.TOKEN,
        person.user(),
        person.roles(),
        person.organisations(),
        person.coordinated(),
        person.groups(),
        person.areas(),
        false,
        null);
    assertThatCode(() -> send(token)).doesNotThrowAnyException();
    town.demo();
    assertThat(standing()).isEqualTo(State.NOT_ASKED);
  }

  @Test
  void reporterIsToldOnceInGoodTime() {
    ask();
    answer(Training.RIGHT);
    TurnedClock clock = new TurnedClock(Instant.now().plus(Duration.ofDays(300)));
    TrainingRounds rounds =
        new TrainingRounds(municipalities, store, outbox, tenancy, messages, clock);
    rounds.round(town.id());
    assertThat(told()).isZero();
    clock.turn(Duration.ofDays(40));
    rounds.round(town.id());
    rounds.round(town.id());
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void namesAreForTheOwnOrganisationAndCountsForTheCoordinator() {
    answer(Training.RIGHT);
    town.person(Role.REPORTER, company);
    TestTown.Person own = town.person(Role.ORGANISATION_COORDINATOR, company);
    TestTown.Person coordinator = town.person(Role.COORDINATOR, null);
    assertThat(tenancy.readAs(own.actor(), () -> training.reporters(company)))
        .extracting(one -> one.passedAt() != null)
        .containsExactlyInAnyOrder(true, false);
    assertThat(tenancy.readAs(coordinator.actor(), () -> training.reporters(company)))
        .isEmpty();
    assertThat(tenancy.readAs(coordinator.actor(), training::shares))
        .extracting(share -> share.trained() + " of " + share.reporters())
        .containsExactly("1 of 2");
  }

  private void ask() {
    tenancy.as(town.person(Role.ADMINISTRATOR, null).actor(), () -> training.ask(true));
  }

  private Training.Result answer(List<Integer> answers) {
    return tenancy.as(reporter.actor(), () -> training.answer(answers));
  }

  private State standing() {
    return tenancy.readAs(reporter.actor(), training::standing).state();
  }

  private State stateAfter(Instant passed, int days) {
    TurnedClock clock = new TurnedClock(passed.plus(Duration.ofDays(days)));
    return new Training(store, organisations, tenancy, audit, clock)
        .of(true, passed)
        .state();
  }

  private void send(Actor actor) {
    byte[] body = ("{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"" + Instant.now() + "\","
            + TestTown.POINT + "}]}")
        .getBytes(StandardCharsets.UTF_8);
    tenancy.as(actor, () -> reports.receive(UUID.randomUUID(), body, bodies.read(body), "FORM"));
  }

  private int told() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from samlad.message where kind = 'TRAINING'")
            .query(Integer.class)
            .single());
  }
}
