package se.samlad.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureTown;
import se.samlad.measure.Measures;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown.Person;

/** A problem after it was taken up: status, causes, a higher group, and who may see and write what. */
@SamladTest
class ProblemCourseTest {

  private static final String DOUBTFUL = "Stök hos Kalle Karlsson";

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Problems problems;

  @Autowired
  ProblemCourse course;

  @Autowired
  Causes causes;

  @Autowired
  Measures measures;

  MeasureTown town;
  Person chair;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    UUID higher = town.town.group("Beredningsgruppen", true);
    tenancy.as(
        town.town.system(),
        () -> db.sql("update samlad.working_group set level = 'PREPARATORY' where group_id = :id")
            .param("id", higher)
            .update());
    chair = town.town.person(Role.GROUP_MEMBER, null).inGroup(higher, true);
  }

  @Test
  void statusChangesWithAReasonAndTheHistoryKeepsBoth() {
    as(
        town.guardInGroup,
        () -> course.changeStatus(
            town.problem, 1, ProblemStatus.WATCHED, "Lugnt sedan ljuset tändes"));
    as(
        town.coordinator,
        () -> course.changeStatus(town.problem, 2, ProblemStatus.CLOSED, "Inget på tre månader"));
    assertThat(problem(town.guardInGroup).status()).isEqualTo(ProblemStatus.CLOSED);
    assertThat(history(town.guardInGroup))
        .extracting(ProblemEvent::words)
        .containsExactly("Inget på tre månader", "Lugnt sedan ljuset tändes", "");
    assertThatThrownBy(() -> as(
            town.coordinator, () -> course.changeStatus(town.problem, 3, ProblemStatus.OPEN, " ")))
        .isInstanceOf(InvalidInput.class);
    refused(
        Refused.Kind.CHANGED_MEANWHILE,
        () -> course.changeStatus(town.problem, 2, ProblemStatus.OPEN, "Det har börjat igen"));
    refused(
        Refused.Kind.CONFLICT,
        () -> course.changeStatus(town.problem, 3, ProblemStatus.CLOSED, "En gång till"));
  }

  @Test
  void strangerNeitherSeesNorTouchesTheProblem() {
    assertThat(as(town.stranger, () -> problems.find(town.problem))).isEmpty();
    assertThatThrownBy(() -> as(
            town.stranger,
            () -> course.changeStatus(town.problem, null, ProblemStatus.CLOSED, "Bort med den")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(town.stranger, () -> causes.add(town.problem, draft("Mörkt"))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void liftedProblemIsSeenAndAnsweredByTheHigherGroupToo() {
    assertThat(as(chair, () -> problems.find(town.problem))).isEmpty();
    UUID higher = chair.groups().iterator().next();
    assertThatThrownBy(() ->
            as(town.guardInGroup, () -> course.lift(town.problem, null, town.group, "Samma nivå")))
        .isInstanceOf(InvalidInput.class);
    as(town.guardInGroup, () -> course.lift(town.problem, null, higher, "Kräver ombyggnad"));
    Problem lifted = problem(chair);
    assertThat(lifted.heldBy()).isEqualTo(higher);
    assertThat(lifted.workedBy(town.group)).isTrue();
    assertThat(history(chair).getFirst().words()).isEqualTo("Kräver ombyggnad");
    assertThat(as(town.guardInGroup, () -> course.higher(problem(town.guardInGroup))))
        .isEmpty();
    as(chair, () -> course.changeStatus(town.problem, null, ProblemStatus.WATCHED, "Budgeteras"));
    assertThat(problem(town.guardInGroup).status()).isEqualTo(ProblemStatus.WATCHED);
    assertThat(as(chair, () -> course.groupFor(problem(chair)))).isEqualTo(higher);
    as(town.coordinator, () -> measures.propose(town.draft()));
    assertThat(as(town.guardInGroup, () -> measures.list(MeasureFilter.all()))).hasSize(1);
  }

  @Test
  void causesFormATreeOfTwoLevelsAndGoWithTheirDirectOne() {
    UUID dark =
        as(town.guardInGroup, () -> causes.add(town.problem, draft("Mörkt vid cykelstället")));
    UUID behind = as(
        town.coordinator,
        () -> causes.add(
            town.problem,
            new Causes.Draft(null, dark, "Armaturen är trasig", CauseSupport.REPORTED)));
    CauseAnalysis analysis = as(town.guardInGroup, () -> causes.of(town.problem));
    Cause direct = analysis.direct(CauseGroup.SETTING).getFirst();
    assertThat(analysis.behind(direct)).extracting(Cause::id).containsExactly(behind);
    assertThat(analysis.behind(direct).getFirst().group()).isEqualTo(CauseGroup.SETTING);
    assertThatThrownBy(() -> as(
            town.coordinator,
            () -> causes.add(
                town.problem, new Causes.Draft(null, behind, "Tredje led", CauseSupport.ASSUMED))))
        .as("a third level is refused")
        .isInstanceOf(InvalidInput.class);
    as(town.guardInGroup, () -> causes.remove(town.problem, dark));
    assertThat(as(town.guardInGroup, () -> causes.of(town.problem)).empty()).isTrue();
    assertThat(history(town.guardInGroup))
        .extracting(ProblemEvent::kind)
        .containsExactly(
            ProblemEvent.Kind.CAUSE_REMOVED,
            ProblemEvent.Kind.CAUSE_ADDED,
            ProblemEvent.Kind.CAUSE_ADDED,
            ProblemEvent.Kind.OPENED);
  }

  @Test
  void causeThatMayPointAtSomebodyIsReadByAuthorAndCoordinatorUntilShown() {
    UUID cause = as(town.owner, () -> causes.add(town.problem, draft(DOUBTFUL)));
    assertThat(words(town.owner)).containsExactly(DOUBTFUL);
    assertThat(words(town.coordinator)).containsExactly(DOUBTFUL);
    assertThat(words(town.guardInGroup)).containsExactly("");
    assertThat(history(town.guardInGroup).getFirst().words()).isEmpty();
    assertThatThrownBy(() -> as(town.owner, () -> causes.show(town.problem, cause)))
        .isInstanceOf(Refused.class);
    as(town.coordinator, () -> causes.show(town.problem, cause));
    assertThat(words(town.guardInGroup)).containsExactly(DOUBTFUL);
  }

  @Test
  void numberInACauseIsMaskedBeforeItIsStored() {
    as(town.owner, () -> causes.add(town.problem, draft("Ring 070-123 45 67 om det")));
    assertThat(words(town.owner).getFirst()).contains("▮").doesNotContain("45 67");
  }

  @Test
  void everythingMissingInACauseIsSaidAtOnce() {
    assertThatThrownBy(() -> as(
            town.coordinator,
            () -> causes.add(town.problem, new Causes.Draft(null, null, " ", null))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid -> assertThat(invalid.problems())
                .extracting(wrong -> wrong.field())
                .containsExactlyInAnyOrder("grupp", "stod", "orsak"));
  }

  private static Causes.Draft draft(String words) {
    return new Causes.Draft(CauseGroup.SETTING, null, words, CauseSupport.ASSUMED);
  }

  private List<String> words(Person reader) {
    return as(reader, () -> causes.of(town.problem)).causes().stream()
        .map(Cause::words)
        .toList();
  }

  private Problem problem(Person reader) {
    return as(reader, () -> problems.get(town.problem));
  }

  private List<ProblemEvent> history(Person reader) {
    return as(reader, () -> problems.history(town.problem));
  }

  private void refused(Refused.Kind kind, Runnable work) {
    assertThatThrownBy(() -> as(town.coordinator, work))
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
