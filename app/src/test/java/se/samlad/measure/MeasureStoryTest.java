package se.samlad.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureEvent.Kind;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown.Person;

/** A measure from proposal to conclusion, and who may see and do what on the way. */
@SamladTest
class MeasureStoryTest {

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

  MeasureTown town;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
  }

  @Test
  void ownerCommitsCarriesOutAndTheGroupConcludes() {
    UUID id = proposed();
    as(town.owner, () -> measures.commit(id, null, "Belysningen blir bättre"));
    as(
        town.owner,
        () -> measures.report(
            id, null, Progress.AS_PLANNED, new Dose(9, 12, "kvällar"), "Två armaturer kvar"));
    as(town.owner, () -> measures.report(id, null, Progress.DONE, null, ""));
    as(town.coordinator, () -> measures.evaluate(id, null));
    as(
        town.coordinator,
        () -> measures.conclude(
            id, null, Outcome.CONTINUE, "Färre samlingar", LocalDate.now().plusMonths(2)));
    assertThat(kinds(id))
        .containsExactly(
            Kind.CONCLUDED,
            Kind.UNDER_EVALUATION,
            Kind.CARRIED_OUT,
            Kind.ONGOING,
            Kind.APPROVED_TEXT,
            Kind.COMMITTED,
            Kind.PROPOSED);
    Measure measure = seen(town.guardInGroup, id);
    assertThat(measure.status()).isEqualTo(MeasureStatus.CONCLUDED);
    assertThat(measure.tellReporters()).isEqualTo("Belysningen blir bättre");
    assertThat(measure.toldApprovedAt()).isNotNull();
    assertThat(measure.goal()).isEqualTo("40 % färre till uppföljningen");
    assertThat(measure.indicator()).isEqualTo("Samling som oroar inom 150 m");
  }

  @Test
  void titleInDoubtIsReadByOwnerAndCoordinatorUntilShown() {
    String doubtful = "Stök hos Kalle Karlsson";
    UUID id = as(town.coordinator, () -> measures.propose(town.draft(doubtful, false)));
    assertThat(seen(town.coordinator, id).title()).isEqualTo(doubtful);
    assertThat(seen(town.owner, id).title()).isEqualTo(doubtful);
    assertThat(seen(town.guardInGroup, id).title()).isEqualTo("Mer eller bättre belysning");
    assertThatThrownBy(() -> as(town.owner, () -> measures.showTitle(id)))
        .isInstanceOf(Refused.class);
    as(town.coordinator, () -> measures.showTitle(id));
    assertThat(seen(town.guardInGroup, id).title()).isEqualTo(doubtful);
    assertThat(seen(town.guardInGroup, proposed()).title())
        .as("an ordinary title is read at once")
        .isEqualTo("Bättre belysning vid torget");
  }

  @Test
  void nothingThatMustBeThereMayBeMissingAndAllIsSaidAtOnce() {
    MeasureDraft empty = MeasureTown.without(town.draft(), null, " ", null, null, null, null);
    assertThatThrownBy(() -> as(town.coordinator, () -> measures.propose(empty)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid -> assertThat(invalid.problems())
                .extracting(InputProblem::field)
                .containsExactlyInAnyOrder("mal", "problem", "ansvarig", "mats", "uppfoljning"));
    assertThat(as(town.coordinator, () -> measures.list(MeasureFilter.all()))).isEmpty();
  }

  @Test
  void declinedMeasureKeepsItsReasonAndIsProposedAgainToAnotherOwner() {
    UUID id = proposed();
    as(town.owner, () -> measures.decline(id, null, "Marken är kommunens"));
    assertThat(seen(town.coordinator, id).status()).isEqualTo(MeasureStatus.DECLINED);
    assertThat(as(town.coordinator, () -> measures.history(id)).getFirst().words())
        .isEqualTo("Marken är kommunens");
    UUID guards = town.guardInGroup.organisations().iterator().next();
    as(town.coordinator, () -> {
      measures.change(
          id,
          null,
          MeasureTown.without(
              town.draft(),
              town.problem,
              "",
              40,
              Indicator.of(List.of("SAMLING")),
              guards,
              LocalDate.of(2027, 1, 7)));
      return id;
    });
    assertThat(seen(town.coordinator, id).status()).isEqualTo(MeasureStatus.PROPOSED);
    assertThat(as(town.guardInGroup, () -> measures.awaitingAnswer(town.guardInGroup.member())))
        .extracting(Measure::id)
        .containsExactly(id);
  }

  @Test
  void illegalMoveIsRefusedAndChangesNothing() {
    UUID id = proposed();
    refused(Refused.Kind.CONFLICT, town.coordinator, () -> measures.evaluate(id, null));
    refused(
        Refused.Kind.CONFLICT,
        town.owner,
        () -> measures.report(id, null, Progress.DONE, null, ""));
    assertThat(kinds(id)).containsExactly(Kind.PROPOSED);
  }

  @Test
  void onlyTheOwnerAnswersTheProposal() {
    UUID id = proposed();
    refused(Refused.Kind.NOT_ALLOWED, town.coordinator, () -> measures.commit(id, null, null));
    refused(Refused.Kind.NOT_ALLOWED, town.guardInGroup, () -> measures.commit(id, null, null));
    assertThatThrownBy(() -> as(town.stranger, () -> commit(id))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(town.reporterAtOwner, () -> commit(id)))
        .isInstanceOf(NotFound.class);
    assertThat(as(town.owner, () -> measures.awaitingAnswer(town.owner.member())))
        .hasSize(1);
  }

  @Test
  void secondOfTwoEditorsIsToldThatItChanged() {
    UUID id = proposed();
    int version = seen(town.owner, id).version();
    as(town.owner, () -> measures.commit(id, version, null));
    refused(
        Refused.Kind.CHANGED_MEANWHILE,
        town.coordinator,
        () -> measures.change(id, version, town.draft("Annan rubrik", false)));
  }

  @Test
  void confidentialMeasureIsInvisibleOutsideOwnerAndCoordinatorInCountsToo() {
    UUID id = as(town.coordinator, () -> measures.propose(town.draft("Punktinsats", true)));
    assertThat(as(town.guardInGroup, () -> measures.find(id))).isEmpty();
    assertThat(as(town.guardInGroup, () -> measures.list(MeasureFilter.all()))).isEmpty();
    assertThat(as(town.owner, () -> measures.find(id))).isPresent();
    assertThat(as(town.coordinator, () -> measures.find(id))).isPresent();
  }

  @Test
  void policiesHoldWithTheChecksOfTheApplicationOff() {
    UUID id = as(town.coordinator, () -> measures.propose(town.draft("Punktinsats", true)));
    String count = "select count(*) from samlad.measure_event where measure_id = :id";
    assertThat(counted(town.owner, count, id)).isEqualTo(1);
    assertThat(counted(town.guardInGroup, count, id)).isZero();
    UUID open = proposed();
    assertThat(counted(town.guardInGroup, count, open)).isEqualTo(1);
    assertThat(changed(town.guardInGroup, open)).isZero();
    assertThat(changed(town.stranger, open)).isZero();
    assertThat(changed(town.owner, open)).isEqualTo(1);
  }

  @Test
  void ownerOutsideTheGroupReadsTheProblemItAnswers() {
    UUID library = town.stranger.organisations().iterator().next();
    assertThat(as(town.stranger, () -> problems.find(town.problem))).isEmpty();
    as(
        town.coordinator,
        () -> measures.propose(MeasureTown.without(
            town.draft(),
            town.problem,
            "",
            40,
            Indicator.of(List.of("SAMLING")),
            library,
            LocalDate.of(2027, 1, 7))));
    assertThat(as(town.stranger, () -> problems.find(town.problem)))
        .map(Problem::title)
        .contains("Samlingar vid torget");
  }

  @Test
  void certainPersonalDataIsMaskedInEveryTextAndDoubtfulWordsWaitForReview() {
    UUID id =
        as(town.coordinator, () -> measures.propose(town.draft("Ring 070-174 06 35 först", false)));
    assertThat(seen(town.owner, id).title()).isEqualTo("Ring ▮ först");
    as(town.owner, () -> {
      commit(id);
      measures.report(id, null, Progress.DELAYED, null, "en narkoman i lägenhet 1202");
      return id;
    });
    MeasureEvent forGroup = as(town.guardInGroup, () -> measures.history(id)).getFirst();
    assertThat(forGroup.words()).isNull();
    UUID event = forGroup.id();
    assertThatThrownBy(() -> as(town.guardInGroup, () -> shown(id, event)))
        .isInstanceOf(NotFound.class);
    as(town.owner, () -> shown(id, event));
    assertThat(as(town.guardInGroup, () -> measures.history(id)).getFirst().words())
        .isEqualTo("en narkoman i lägenhet 1202");
  }

  @Test
  void withdrawnProposalIsShownNowhere() {
    UUID id = proposed();
    as(town.coordinator, () -> {
      measures.withdraw(id);
      return id;
    });
    assertThat(as(town.coordinator, () -> measures.find(id))).isEmpty();
    assertThat(as(town.owner, () -> measures.awaitingAnswer(town.owner.member())))
        .isEmpty();
  }

  @Test
  void whatIsDueIsToldByItsDate() {
    UUID id = proposed();
    as(town.owner, () -> commit(id));
    assertThat(as(town.owner, () -> measures.followUpDue(LocalDate.of(2027, 1, 6))))
        .isEmpty();
    assertThat(as(town.owner, () -> measures.followUpDue(LocalDate.of(2027, 1, 7))))
        .hasSize(1);
    assertThat(seen(town.owner, id).overdue(LocalDate.of(2026, 12, 10))).isFalse();
    assertThat(seen(town.owner, id).overdue(LocalDate.of(2026, 12, 11))).isTrue();
    assertThat(as(town.guardInGroup, () -> measures.ongoingIn(town.group))).hasSize(1);
  }

  private UUID proposed() {
    return as(town.coordinator, () -> measures.propose(town.draft()));
  }

  private UUID commit(UUID id) {
    measures.commit(id, null, null);
    return id;
  }

  private UUID shown(UUID id, UUID event) {
    measures.showNote(id, event);
    return id;
  }

  private Measure seen(Person person, UUID id) {
    return as(person, () -> measures.get(id));
  }

  private List<Kind> kinds(UUID id) {
    return as(town.coordinator, () -> measures.history(id)).stream()
        .map(MeasureEvent::kind)
        .toList();
  }

  private int counted(Person person, String sql, UUID id) {
    return as(person, () -> db.sql(sql).param("id", id).query(Integer.class).single());
  }

  private int changed(Person person, UUID id) {
    return as(
        person,
        () -> db.sql("update samlad.measure set version = version + 1 where measure_id = :id")
            .param("id", id)
            .update());
  }

  private void refused(Refused.Kind kind, Person person, Runnable work) {
    assertThatThrownBy(() -> as(person, work))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  private void as(Person person, Runnable work) {
    tenancy.as(person.actor(), work);
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
