package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.CoverageBoard.Answer;
import se.samlad.support.Planted;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** Figures of weeks and selections: list, matrix and figure are one; silence is not calm; audiences see their own. */
@SamladTest
class FiguresTest {

  static final IsoWeek WEEK = new IsoWeek(2026, 46);

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  WeekFigures figures;

  @Autowired
  SelectedIncidents selected;

  @Autowired
  Coverage coverage;

  @Autowired
  Pauses pauses;

  TestTown town;
  UUID centrum;
  UUID norr;
  UUID guards;
  UUID housing;
  UUID groupId;
  Person coordinator;
  Person inGroup;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    norr = town.area("Norr", 0, 1);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    housing = town.organisation("Bostäder", "HOUSING_COMPANY");
    groupId = town.group("EST Centrum", false, centrum);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(groupId, false, centrum);
  }

  @Test
  void listMatrixAndFigureAreOneForFiftySelections() {
    Random random = new Random(20261126);
    scatter(random, 400);
    for (int i = 0; i < 50; i++) {
      IncidentSelection selection = anySelection(random);
      boolean asGroup = random.nextBoolean();
      Audience audience = asGroup ? new Audience.Group(groupId) : new Audience.Coordinator();
      CurrentActor.as((asGroup ? inGroup : coordinator).actor(), () -> {
        PeriodFigures period = figures.of(audience, selection);
        var listed = selected.list(audience, selection, Optional.empty(), Integer.MAX_VALUE);
        int matrix =
            Arrays.stream(period.matrix().counts()).flatMapToInt(Arrays::stream).sum();
        assertThat(listed.rows()).as(selection.toString()).hasSize(listed.count());
        assertThat(period.total().value()).as(selection.toString()).isEqualTo(listed.count());
        assertThat(matrix + period.matrix().untimed()).isEqualTo(listed.count());
        assertThat(period.categories().stream()
                .mapToInt(category -> category.figure().value())
                .sum())
            .isEqualTo(listed.count());
        assertThat(selected.matrix(audience, selection, Optional.empty()))
            .usingRecursiveComparison()
            .isEqualTo(period.matrix());
      });
    }
  }

  @Test
  void weekIsReadAgainstTheWeeksBeforeIt() {
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int ago = 1; ago <= 20; ago++) {
      planted.inWeek(WEEK.plus(-ago), 5);
    }
    planted.inWeek(WEEK, 16).state("NEW").inWeek(WEEK, 2).write();
    crime(centrum, 7);
    WeekSummary all = summary(coordinator.actor(), new Audience.Coordinator());
    assertThat(all.incidents().value()).isEqualTo(18);
    assertThat(all.incidents().word()).isEqualTo(Figure.Word.MORE);
    assertThat(all.before()).isEqualTo(5);
    assertThat(all.lastYear()).isEmpty();
    assertThat(all.unreviewed()).isEqualTo(2);
    assertThat(all.recordedCrime()).isEqualTo(7);
    assertThat(all.series()).hasSize(52);
    assertThat(all.series().getLast().more()).isTrue();
    assertThat(Arrays.stream(all.matrix()).flatMapToInt(Arrays::stream).sum())
        .isEqualTo(18 + 3 * 5);
    WeekSummary group = summary(inGroup.actor(), new Audience.Group(groupId));
    assertThat(group.incidents().value()).isEqualTo(16);
    assertThat(group.unreviewed()).isZero();
  }

  @Test
  void fiveWeeksOfHistoryExpectNothing() {
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int ago = 0; ago <= 5; ago++) {
      planted.inWeek(WEEK.plus(-ago), 5);
    }
    planted.write();
    assertThat(
            summary(coordinator.actor(), new Audience.Coordinator()).incidents().word())
        .isEqualTo(Figure.Word.INSUFFICIENT);
  }

  @Test
  void clockThatGoesBackLosesNoIncidentAndNoHour() {
    Planted planted = new Planted(town, db, guards).in(centrum);
    Instant beforeBothTwos = Instant.parse("2026-10-25T00:30:00Z");
    Instant betweenBothTwos = Instant.parse("2026-10-25T01:30:00Z");
    planted.between(beforeBothTwos, beforeBothTwos);
    planted.between(betweenBothTwos, betweenBothTwos);
    planted.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T03:00:00Z"));
    planted.write();
    PeriodFigures week = CurrentActor.as(
        coordinator.actor(),
        () -> figures.of(
            new Audience.Coordinator(),
            IncidentSelection.ofWeeks(new IsoWeek(2026, 43), new IsoWeek(2026, 43))));
    assertThat(week.total().value()).isEqualTo(3);
    assertThat(week.matrix().timed()).isEqualTo(3);
    assertThat(week.matrix().intervals()).isEqualTo(1);
    assertThat(week.matrix().count(6, 2)).isGreaterThanOrEqualTo(2);
    assertThat(week.matrix().dayTotal(6)).isEqualTo(3);
  }

  @Test
  void silenceIsToldApartFromNothingToReport() {
    UUID unit = town.unit(guards, "Natt");
    UUID other = town.unit(housing, "Kvarter");
    town.organisation("Ingen enhet", "TRADE");
    answer(unit, guards, WEEK, 2, 0);
    answer(other, housing, WEEK.plus(-1), 0, 1);
    CoverageBoard board = tenancy.readAs(inGroup.actor(), () -> coverage.board(WEEK, 2));
    assertThat(board.weeks()).containsExactly(WEEK.plus(-1), WEEK);
    assertThat(board.rows())
        .extracting(row -> row.name() + " "
            + row.cells().stream().map(CoverageBoard.Cell::answer).toList())
        .containsExactlyInAnyOrder(
            "Bevakning [SILENT, REPORTED]",
            "Bostäder [NOTHING, SILENT]",
            "Ingen enhet [NOT_ASKED, NOT_ASKED]");
    assertThat(board.answered()).isEqualTo(2);
    assertThat(board.asked()).isEqualTo(4);
    assertThat(board.rows().getFirst().cells().getLast().answer()).isNotEqualTo(Answer.NOTHING);
    Figure figure = summary(coordinator.actor(), new Audience.Coordinator()).incidents();
    assertThat(figure.answered()).isEqualTo(1);
    assertThat(figure.asked()).isEqualTo(2);
  }

  @Test
  void othersGroupsFiguresAreNotThere() {
    UUID other = town.group("EST Norr", false, norr);
    assertThatThrownBy(() -> summary(inGroup.actor(), new Audience.Group(other)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> summary(inGroup.actor(), new Audience.Coordinator()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() ->
            summary(town.person(Role.REPORTER, guards).actor(), new Audience.Organisation(guards)))
        .isInstanceOf(NotFound.class);
  }

  private WeekSummary summary(Actor actor, Audience audience) {
    return CurrentActor.as(actor, () -> figures.of(audience, WEEK));
  }

  private void scatter(Random random, int times) {
    String[][] kinds = {
      {"SKADEGORELSE", "KLOTTER"},
      {"SAMLING", "UTOMHUS"},
      {"ORDNING", "BRAK"},
      {"TRAFIK", "BUSKORNING"}
    };
    for (UUID owner : List.of(guards, housing)) {
      Planted planted = new Planted(town, db, owner);
      for (int i = 0; i < times / 2; i++) {
        String[] kind = kinds[random.nextInt(kinds.length)];
        Instant from = WEEK.plus(-random.nextInt(10))
            .start()
            .plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
        planted
            .in(List.of(centrum, norr).get(random.nextInt(2)))
            .at(random.nextDouble(), random.nextDouble(2))
            .of(kind[0], kind[1])
            .state(random.nextInt(5) == 0 ? "NEW" : "PASSED")
            .sharing(random.nextInt(4) == 0 ? "COARSE" : "GROUP")
            .between(from, from.plus(Duration.ofMinutes(random.nextInt(3) * 700L)));
      }
      planted.write();
    }
  }

  @Test
  void pausedWeekIsNotAskedAndSayingThatOneHasReportedIsAnAnswer() {
    UUID school = town.organisation("Skolan", "SCHOOL");
    UUID pupils = town.unit(school, "Lindskolan");
    UUID day = town.unit(guards, "Dagpasset");
    town.asSystem(() -> {
      pauses.add(school, "Lov", WEEK.monday(), WEEK.monday().plusDays(4), false);
      db.sql("""
              insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, stated)
              values (samlad.municipality(), :unit, :period, :organisation, 1)
              """)
          .param("unit", day)
          .param("period", WEEK.code())
          .param("organisation", guards)
          .update();
    });
    CoverageBoard byUnit =
        tenancy.readAs(town.system(), () -> coverage.board(WEEK, 2, Coverage.By.UNIT));
    assertThat(answer(byUnit, pupils, 1)).isEqualTo(CoverageBoard.Answer.NOT_ASKED);
    assertThat(answer(byUnit, pupils, 0)).isEqualTo(CoverageBoard.Answer.SILENT);
    assertThat(answer(byUnit, day, 1)).isEqualTo(CoverageBoard.Answer.REPORTED);
    CoverageBoard byOrganisation = tenancy.readAs(town.system(), () -> coverage.board(WEEK, 2));
    assertThat(byUnit.asked())
        .as("one figure, whatever the rows are")
        .isEqualTo(byOrganisation.asked());
    assertThat(byUnit.answered()).isEqualTo(byOrganisation.answered());

    answer(pupils, school, WEEK, 0, 1);
    assertThat(answer(
            tenancy.readAs(town.system(), () -> coverage.board(WEEK, 2, Coverage.By.UNIT)),
            pupils,
            1))
        .as("who answers in a pause has answered")
        .isEqualTo(CoverageBoard.Answer.NOTHING);
  }

  private static CoverageBoard.Answer answer(CoverageBoard board, UUID row, int week) {
    return board.rows().stream()
        .filter(one -> one.id().equals(row))
        .findFirst()
        .orElseThrow()
        .cells()
        .get(week)
        .answer();
  }

  private IncidentSelection anySelection(Random random) {
    IsoWeek last = WEEK.plus(-random.nextInt(5));
    IncidentSelection selection = IncidentSelection.ofWeeks(last.plus(-random.nextInt(5)), last);
    if (random.nextBoolean()) {
      selection = selection.withAreas(Set.of(random.nextBoolean() ? centrum : norr));
    }
    if (random.nextBoolean()) {
      selection = selection.withCategories(Set.of(random.nextBoolean() ? "SAMLING" : "KLOTTER"));
    }
    if (random.nextInt(3) == 0) {
      Set<DayOfWeek> days = new HashSet<>();
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
      int from = random.nextInt(20);
      selection = selection.withTimeOfWeek(days, from, from + 1 + random.nextInt(4));
    }
    return selection;
  }

  private void answer(UUID unit, UUID organisation, IsoWeek week, int reports, int nothing) {
    town.asSystem(() -> db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, reports, nothing)
            values (samlad.municipality(), :unit, :period, :organisation, :reports, :nothing)
            """)
        .param("unit", unit)
        .param("period", week.code())
        .param("organisation", organisation)
        .param("reports", reports)
        .param("nothing", nothing)
        .update());
  }

  private void crime(UUID area, int offences) {
    town.asSystem(() -> db.sql("""
            insert into samlad.crime_record (municipality_id, record_id, owner_org, profile, row_key, crime_code, offences, area_id, week,
                   recorded_on)
            values (samlad.municipality(), gen_random_uuid(), :owner, 'test', 'row', '1210', :offences, :area, :week, :week)
            """)
        .param("owner", guards)
        .param("offences", offences)
        .param("area", area)
        .param("week", WEEK.monday())
        .update());
  }
}
