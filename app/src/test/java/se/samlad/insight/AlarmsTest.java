package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.aberration.WeeklyAlarms;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.Planted;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** The week's alarms: one family over areas and category groups, read only by those who may look as its audience. */
@SamladTest
class AlarmsTest {

  static final IsoWeek WEEK = new IsoWeek(2026, 46);
  static final Audience COORDINATOR = new Audience.Coordinator();

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Alarms alarms;

  @Autowired
  HotspotRounds rounds;

  TestTown town;
  UUID centrum;
  UUID norr;
  UUID guards;
  UUID groupId;
  Person coordinator;
  Person inGroup;
  Person inOtherGroup;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    norr = town.area("Norr", 0, 1);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    groupId = town.group("EST Centrum", false, centrum);
    UUID otherGroupId = town.group("EST Norr", false, norr);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(groupId, false, centrum);
    inOtherGroup = town.person(Role.GROUP_MEMBER, null).inGroup(otherGroupId, false, norr);
  }

  @Test
  void weekOutOfTheOrdinaryAlarmsWithTheFiguresOfTheMethod() {
    history(13);
    planted(centrum).inWeek(WEEK, 15).write();
    planted(norr).inWeek(WEEK, 2).write();
    AlarmRun run = run(coordinator.actor(), COORDINATOR);
    assertThat(run.state()).isEqualTo(HotspotRun.State.READY);
    assertThat(run.weeks()).isEqualTo(13);
    assertThat(run.tested()).isEqualTo(2);
    WeeklyAlarms.Series byHand = WeeklyAlarms.run(
            new int[][] {{15}, {2}},
            new int[][][] {{ordinary(0)}, {ordinary(1)}},
            Alarms.PARAMETERS)
        .series()
        .getFirst();
    assertThat(run.alarms()).singleElement().satisfies(alarm -> {
      assertThat(alarm.area()).isEqualTo(centrum);
      assertThat(alarm.categoryGroup()).isEqualTo("SKADEGORELSE");
      assertThat(alarm.figure().value()).isEqualTo(15);
      assertThat(alarm.figure().sources()).isEqualTo(1);
      assertThat(alarm.mean()).isEqualTo(byHand.expected());
      assertThat(alarm.midP()).isEqualTo(byHand.midP());
      assertThat(alarm.stability()).isEqualTo(byHand.stability());
      assertThat((long) alarm.figure().expected().orElseThrow().upper()).isEqualTo(byHand.upper());
    });
    assertThat(run.others()).isZero();
  }

  @Test
  void ordinaryWeekIsJudgedAndDoesNotAlarm() {
    history(13);
    planted(centrum).inWeek(WEEK, 3).write();
    AlarmRun run = run(coordinator.actor(), COORDINATOR);
    assertThat(run.state()).isEqualTo(HotspotRun.State.READY);
    assertThat(run.tested()).isEqualTo(2);
    assertThat(run.above()).isEmpty();
  }

  @Test
  void fivePastWeeksAreInsufficientAndSixAreEnough() {
    history(5);
    planted(centrum).inWeek(WEEK, 15).write();
    AlarmRun thin = run(coordinator.actor(), COORDINATOR);
    assertThat(thin.state()).isEqualTo(HotspotRun.State.INSUFFICIENT);
    assertThat(thin.weeks()).isEqualTo(5);
    assertThat(thin.above()).isEmpty();
    planted(centrum).inWeek(WEEK.plus(-6), 2).write();
    assertThat(run(coordinator.actor(), COORDINATOR).state()).isEqualTo(HotspotRun.State.READY);
  }

  @Test
  void whatIsNoLongerAboveIsGoneFromTheNextRun() {
    history(13);
    planted(centrum).inWeek(WEEK, 15).write();
    assertThat(run(coordinator.actor(), COORDINATOR).alarms()).hasSize(1);
    town.asSystem(
        () -> db.sql("update samlad.incident_source set state = 'DISMISSED' where week >= :week")
            .param("week", WEEK.monday())
            .update());
    assertThat(run(coordinator.actor(), COORDINATOR).above()).isEmpty();
    assertThat(tenancy
            .readAs(coordinator.actor(), () -> alarms.latest(COORDINATOR, WEEK))
            .above())
        .isEmpty();
  }

  @Test
  void groupIsShownItsOwnRunAndNobodyElses() {
    history(13);
    planted(centrum).inWeek(WEEK, 15).write();
    planted(norr).inWeek(WEEK, 15).write();
    Audience group = new Audience.Group(groupId);
    assertThat(run(coordinator.actor(), COORDINATOR).alarms()).hasSize(2);
    assertThat(run(inGroup.actor(), group).alarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.area()).isEqualTo(centrum));
    assertThat(seen(coordinator, group).alarms()).hasSize(1);
    assertThat(seen(inGroup, COORDINATOR).state()).isEqualTo(HotspotRun.State.NONE);
    assertThat(seen(inOtherGroup, group).state()).isEqualTo(HotspotRun.State.NONE);
    assertThatThrownBy(() -> run(inOtherGroup.actor(), group)).isInstanceOf(NotFound.class);
  }

  @Test
  void backgroundRoundJudgesTheLastClosedWeekForEveryAudience() {
    history(13);
    int made = rounds.round(coordinator.actor().municipality());
    assertThat(made).isPositive();
    assertThat(rounds.round(coordinator.actor().municipality())).isZero();
  }

  private AlarmRun seen(Person who, Audience audience) {
    return tenancy.readAs(who.actor(), () -> alarms.latest(audience, WEEK));
  }

  /** Two areas with two or three incidents in each past week. */
  private void history(int weeks) {
    for (int ago = 1; ago <= weeks; ago++) {
      planted(centrum).inWeek(WEEK.plus(-ago), ordinary(0)[ago - 1]).write();
      planted(norr).inWeek(WEEK.plus(-ago), ordinary(1)[ago - 1]).write();
    }
  }

  private static int[] ordinary(int area) {
    int[] weeks = new int[13];
    for (int i = 0; i < weeks.length; i++) {
      weeks[i] = 2 + (i + area) % 2;
    }
    return weeks;
  }

  private Planted planted(UUID area) {
    return new Planted(town, db, guards).in(area).at(0.1, area.equals(norr) ? 1.1 : 0.1);
  }

  private AlarmRun run(Actor actor, Audience audience) {
    return CurrentActor.as(actor, () -> alarms.run(audience, WEEK));
  }
}
