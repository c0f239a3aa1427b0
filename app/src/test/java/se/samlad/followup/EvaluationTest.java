package se.samlad.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.effect.Verdict;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.followup.Zone.Part;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.Indicator;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.MeasureTown;
import se.samlad.measure.Measures;
import se.samlad.measure.Progress;
import se.samlad.measure.StatutoryDecision;
import se.samlad.problem.Problems;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Planted;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** Did it help, did it only move: planned before it is seen, counted for the group, said in words, and decided by people. */
@BrowserTest
class EvaluationTest {

  private static final int WEEKS = 8;

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
  Evaluations evaluations;

  @Autowired
  Clock clock;

  MeasureTown town;
  IsoWeek effect;
  UUID measure;

  @BeforeEach
  void carryOutAMeasure() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    effect = IsoWeek.of(clock.instant()).plus(-WEEKS - 1);
    town.town.place("Parken", 0.3, 0.9);
    town.town.place("Torget", 0.3, 0.5);
    measure = tenancy.as(town.coordinator.actor(), () -> measures.propose(draft()));
    tenancy.as(town.owner.actor(), () -> measures.commit(measure, null, null));
    tenancy.as(town.owner.actor(), () -> measures.report(measure, null, Progress.DONE, null, ""));
  }

  @Test
  void dropAtThePlaceAloneIsFewerWithoutAVisibleMove() {
    plant(6, 1, 2, 2);
    Evaluation evaluation = judged();
    assertThat(evaluation.weeks()).isEqualTo(WEEKS);
    assertThat(evaluation.zone(Part.TARGET).sumBefore()).isEqualTo(48);
    assertThat(evaluation.zone(Part.TARGET).sumAfter()).isEqualTo(8);
    assertThat(evaluation.zone(Part.BUFFER).sumBefore()).isEqualTo(16);
    assertThat(evaluation.zone(Part.CONTROL).sumAfter()).isEqualTo(40);
    assertThat(evaluation.verdict().difference().local().value()).isEqualTo(-40);
    assertThat(evaluation.verdict().effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(evaluation.verdict().movement()).isInstanceOf(Verdict.Movement.NoVisibleMove.class);
  }

  @Test
  void dropThatComesBackInTheRingHasMoved() {
    plant(6, 1, 1, 6);
    assertThat(judged().verdict().movement()).isInstanceOf(Verdict.Movement.Moved.class);
  }

  @Test
  void sameCountsGoUndecidedAndNothingIsSaidOfMoving() {
    plant(6, 6, 2, 2);
    Evaluation evaluation = judged();
    assertThat(evaluation.verdict().effect()).isEqualTo(Verdict.Effect.UNDECIDED);
    assertThat(evaluation.verdict().movement()).isInstanceOf(Verdict.Movement.NotAsked.class);
  }

  @Test
  void fewerThanFourWholeWeeksAreNotJudged() {
    tenancy.as(
        town.coordinator.actor(),
        () -> evaluations.choose(measure, plan(IsoWeek.of(clock.instant()).plus(-4))));
    assertThat(found()).isEmpty();
  }

  @Test
  void otherKindsAndHiddenIncidentsDoNotCount() {
    plant(6, 1, 2, 2);
    new Planted(town.town, db, town.housing)
        .in(town.centrum)
        .at(0.3, 0.5)
        .of("SKADEGORELSE", "KLOTTER")
        .inWeek(effect.plus(1), 20)
        .of("SAMLING", "SAMLING")
        .state("NEW")
        .inWeek(effect.plus(1), 20)
        .write();
    assertThat(judged().zone(Part.TARGET).sumAfter()).isEqualTo(8);
  }

  @Test
  void coordinatorChoosesComparesAndConcludesAndTheAnswerIsKept() {
    plant(6, 1, 2, 2);
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/atgarder/" + measure);
      page.locator("a:has-text('Hjälpte det?')").click();
      assertThat(page.locator("main").textContent()).contains("Först väljs vad");
      visit.isAccessible();
      page.fill("#verkan", "i våras");
      page.locator("button:has-text('Visa platser')").click();
      assertThat(page.locator("#felsumma").textContent()).contains("år-månad-dag");
      assertThat(page.inputValue("#verkan")).isEqualTo("i våras");
      visit.isAccessible();
      page.fill("#verkan", effect.monday().toString());
      page.fill("#veckor", String.valueOf(WEEKS));
      page.fill("#buffert", "100");
      page.locator("button:has-text('Visa platser')").click();
      assertThat(page.locator("#kontroll").textContent())
          .contains("Parken", "40 händelser före")
          .doesNotContain("Torget");
      page.check("input[name='kontroll']");
      page.locator("button:has-text('Jämför med')").click();
      assertThat(page.locator(".slutsats").textContent())
          .isEqualTo("Färre än väntat. Ingen synlig flytt till omgivningen.");
      assertThat(page.locator("main").textContent())
          .contains("48 → 8", "−40 händelser", "när åtgärden redan hade verkat");
      visit.isAccessible();
      visit.wholePicture("utvardering-ljus");
      page.check("input[value='END']");
      page.fill("#motivering", "Belysningen behålls.");
      page.locator("button:has-text('Besluta')").click();
      assertThat(page.locator(".phuvud").textContent()).contains("Avslutad");
    }
    assertThat(kept().effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(kept().targetAfter()).isEqualTo(8);
    plant(0, 9, 0, 0);
    assertThat(kept().targetAfter()).isEqualTo(8);
    for (Visit visit :
        List.of(doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK)), doors.phone())) {
      try (visit) {
        visit.enter(town.town, DemoRole.SAMORDNARE);
        Page page = visit.open("/atgarder/" + measure + "/utvardering");
        assertThat(page.locator(".notis").first().textContent())
            .contains("sade systemet: Färre än väntat.");
        assertThat((Boolean)
                page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
            .isTrue();
        visit.isAccessible();
        visit.wholePicture("utvardering-" + page.viewportSize().width);
      }
    }
  }

  @Test
  void othersSeeNoEvaluationAndMembersChooseNothing() {
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.POLIS);
      assertThat(visit
              .page()
              .request()
              .get("/atgarder/" + measure + "/utvardering")
              .status())
          .isEqualTo(404);
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.LEDNING);
      Page page = visit.open("/atgarder/" + measure + "/utvardering");
      assertThat(page.locator("main form").count()).isZero();
    }
  }

  private Conclusion kept() {
    return await()
        .until(
            () -> tenancy.readAs(town.coordinator.actor(), () -> evaluations.kept(measure)),
            Optional::isPresent)
        .orElseThrow();
  }

  private Evaluation judged() {
    tenancy.as(town.coordinator.actor(), () -> evaluations.choose(measure, plan(effect)));
    return found().orElseThrow();
  }

  private Optional<Evaluation> found() {
    return CurrentActor.as(town.coordinator.actor(), () -> {
      Measure seen = tenancy.readAs(town.coordinator.actor(), () -> measures.get(measure));
      EvaluationPlan plan = tenancy
          .readAs(town.coordinator.actor(), () -> evaluations.plan(measure))
          .orElseThrow();
      return evaluations.of(seen, plan);
    });
  }

  private static PlanDraft plan(IsoWeek effectWeek) {
    return new PlanDraft(
        effectWeek.monday(), WEEKS, 100, "Parken", TestTown.EASTING + 300, TestTown.NORTHING + 900);
  }

  /** So many a week at the place and in its ring, before and after; the comparison has five a week all along, its ring one. */
  private void plant(int before, int after, int ringBefore, int ringAfter) {
    Planted planted =
        new Planted(town.town, db, town.housing).in(town.centrum).of("SAMLING", "SAMLING");
    for (int i = 1; i <= WEEKS; i++) {
      planted
          .at(0.3, 0.5)
          .inWeek(effect.plus(-i), before)
          .inWeek(effect.plus(i), after)
          .at(0.3, 0.6)
          .inWeek(effect.plus(-i), ringBefore)
          .inWeek(effect.plus(i), ringAfter)
          .at(0.3, 0.9)
          .inWeek(effect.plus(-i), 5)
          .inWeek(effect.plus(i), 5)
          .at(0.3, 1.0)
          .inWeek(effect.plus(-i), 1)
          .inWeek(effect.plus(i), 1);
    }
    planted.write();
  }

  private MeasureDraft draft() {
    LocalDate done = effect.monday();
    return new MeasureDraft(
        "Bättre belysning vid torget",
        "BELYSNING_BATTRE",
        town.problem,
        "Torget",
        town.housing,
        null,
        MeasureDraft.DEFAULT_DROP,
        "",
        new Indicator(List.of("SAMLING"), 60, Set.of(), 0, 24),
        done,
        done.plusWeeks(WEEKS + 1),
        false,
        "Tas om hand",
        StatutoryDecision.NONE);
  }
}
