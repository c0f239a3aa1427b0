package se.samlad.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.Deadlines.Deadline;
import se.samlad.reporting.WeekLinks.Claim;
import se.samlad.reporting.jdbc.WeekStore;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TurnedClock;

/** A unit's week: when it closes, who is reminded, and the answer by a link that can do nothing else. */
@SamladTest
class WeekTest {

  private static final IsoWeek WEEK = IsoWeek.parse("2026-W47").orElseThrow();

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private Deadlines deadlines;

  @Autowired
  private Pauses pauses;

  @Autowired
  private UnitLeaders leaders;

  @Autowired
  private Units units;

  @Autowired
  private WeekStatements statements;

  @Autowired
  private WeekLinks links;

  @Autowired
  private WeekStore store;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private InstallationKeys keys;

  @Autowired
  private Outbox outbox;

  @Autowired
  private Audit audit;

  @Autowired
  private MessageSource messages;

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-19T10:00:00Z"));
  private TestTown town;
  private UUID centre;
  private UUID company;
  private UUID unit;
  private TestTown.Person reporter;
  private TestTown.Person coordinator;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    centre = town.area("Centrum", 0, 0);
    company = town.organisation("Bevakning", "GUARD_COMPANY");
    unit = town.unit(company, "Kvällspasset");
    reporter = town.person(Role.REPORTER, company).in(unit);
    coordinator = town.person(Role.ORGANISATION_COORDINATOR, company);
  }

  @Test
  void linkAnswersItsWeekOnceAndLookingAnswersNothing() {
    Claim claim = links.read(town.slug(), token(IsoWeek.of(Instant.now()))).orElseThrow();
    assertThat(statements.look(claim).orElseThrow().answer().given()).isFalse();
    statements.look(claim);
    assertThat(answered()).isEmpty();

    statements.answer(claim, UUID.randomUUID(), Statement.NOTHING);
    statements.answer(claim, UUID.randomUUID(), Statement.NOTHING);
    assertThat(answered()).as("pressed twice").containsExactly("0 1 0");
    assertThat(statements.look(claim).orElseThrow().answer().own().orElseThrow().kind())
        .isEqualTo(Statement.NOTHING);

    statements.undo(claim);
    assertThat(answered()).containsExactly("0 0 0");
    statements.answer(claim, UUID.randomUUID(), Statement.REPORTED);
    assertThat(answered()).containsExactly("0 0 1");
  }

  @Test
  void linkThatIsChangedOrUsedElsewhereOrOverOpensNothing() {
    String token = token(WEEK);
    for (int at : new int[] {0, 25, 40, token.length() - 1}) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      assertThat(links.read(town.slug(), changed)).as("changed at " + at).isEmpty();
    }
    TestTown elsewhere = TestTown.in(tenancy, db, catalogue).demo();
    assertThat(links.read(elsewhere.slug(), token)).isEmpty();
    assertThat(links.read(town.slug(), "kort")).isEmpty();
    assertThat(links.read(town.slug(), "inte base64!")).isEmpty();
    clock.set(Instant.now().plus(Duration.ofDays(9)));
    assertThat(new WeekLinks(keys, municipalities, clock).read(town.slug(), token))
        .isEmpty();
  }

  @Test
  void linkOfSomebodyWhoHasLeftTheOrganisationIsOver() {
    Claim claim = links.read(town.slug(), token(WEEK)).orElseThrow();
    town.asSystem(() -> db.sql("delete from samlad.member_role where member_id = :id")
        .param("id", reporter.member())
        .update());
    assertThat(statements.look(claim)).isEmpty();
    assertThatThrownBy(() -> statements.answer(claim, UUID.randomUUID(), Statement.NOTHING))
        .hasMessageContaining("weekly.link.over");
    assertThat(answered()).isEmpty();
  }

  @Test
  void linkReachesNoOtherUnitAndNoReport() {
    UUID other = town.unit(company, "Dagpasset");
    Claim claim = links.read(town.slug(), token(WEEK)).orElseThrow();
    assertThatThrownBy(() -> tenancy.as(
            claim.actor(),
            () -> db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, nothing)
            values (samlad.municipality(), :unit, :period, :organisation, 1)
            """)
                .param("unit", other)
                .param("period", WEEK.code())
                .param("organisation", company)
                .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
    for (String table :
        List.of("report", "member", "member_contact", "message", "incident_source")) {
      assertThat(tenancy.readAs(
              claim.actor(),
              () -> db.sql("select count(*) from samlad." + table)
                  .query(Integer.class)
                  .single()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void unitFollowsTheEarliestOfItsGroups() {
    UUID group = town.group("EST Centrum", false, centre);
    asAdministrator(() -> {
      deadlines.set(deadline(null, DayOfWeek.TUESDAY, "09:00"));
      deadlines.set(deadline(group, DayOfWeek.MONDAY, "12:00"));
    });
    assertThat(due(unitIn(Set.of(centre)))).isEqualTo("2026-11-23T11:00:00Z");
    assertThat(due(unitIn(Set.of(UUID.randomUUID())))).isEqualTo("2026-11-24T08:00:00Z");
  }

  @Test
  void nothingIsDueOnAHoliday() {
    asAdministrator(() -> deadlines.set(deadline(null, DayOfWeek.MONDAY, "12:00")));
    holiday(LocalDate.of(2026, 11, 23), 1);
    assertThat(due(unitIn(Set.of()))).isEqualTo("2026-11-24T11:00:00Z");
    holiday(LocalDate.of(2026, 11, 16), 14);
    assertThat(due(unitIn(Set.of())))
        .as("a school break moves nothing")
        .isEqualTo("2026-11-24T11:00:00Z");
  }

  @Test
  void silentUnitIsRemindedBeforeAndAtTheDeadlineAndNoMore() {
    asAdministrator(() -> deadlines.set(deadline(null, DayOfWeek.MONDAY, "12:00")));
    ReminderRounds rounds = rounds();
    clock.set(Instant.parse("2026-11-19T10:59:00Z"));
    rounds.round(town.id());
    assertThat(told()).isEmpty();
    clock.set(Instant.parse("2026-11-19T11:01:00Z"));
    rounds.round(town.id());
    rounds.round(town.id());
    assertThat(told())
        .containsExactly(reporter.member() + " Har ni något att rapportera för v. 47?");
    clock.set(Instant.parse("2026-11-23T11:01:00Z"));
    rounds.round(town.id());
    rounds.round(town.id());
    assertThat(told()).as("at the deadline the coordinator hears as well").hasSize(3);
    clock.set(Instant.parse("2026-11-25T11:01:00Z"));
    rounds.round(town.id());
    assertThat(told()).hasSize(3);
  }

  @Test
  void whoHasAnsweredOrPausesIsNotReminded() {
    asAdministrator(() -> deadlines.set(deadline(null, DayOfWeek.MONDAY, "12:00")));
    town.asSystem(() -> pauses.add(
        company, "Semester", LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 20), false));
    clock.set(Instant.parse("2026-11-19T12:00:00Z"));
    rounds().round(town.id());
    assertThat(told()).isEmpty();
    UUID school = town.organisation("Skolan", "SCHOOL");
    UUID answered = town.unit(school, "Lindskolan");
    town.person(Role.REPORTER, school).in(answered);
    town.asSystem(() -> db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, nothing)
            values (samlad.municipality(), :unit, :period, :organisation, 1)
            """)
        .param("unit", answered)
        .param("period", WEEK.code())
        .param("organisation", school)
        .update());
    rounds().round(town.id());
    assertThat(told()).isEmpty();
  }

  @Test
  void whoAnswersForTheUnitIsRemindedInsteadOfAllItsReporters() {
    TestTown.Person leader = town.person(Role.REPORTER, company);
    tenancy.as(coordinator.actor(), () -> leaders.name(unit, leader.member()));
    Reminders reminders = reminders();
    Reminders.Reached reached =
        tenancy.as(coordinator.actor(), () -> reminders.byHand(Set.of(unit), WEEK));
    assertThat(reached).isEqualTo(new Reminders.Reached(1, 1));
    assertThat(told()).containsExactly(leader.member() + " Har ni något att rapportera för v. 47?");
    assertThat(tenancy.as(coordinator.actor(), () -> reminders.byHand(Set.of(unit), WEEK)))
        .as("once a day")
        .isEqualTo(new Reminders.Reached(0, 0));
    assertThat(tenancy.readAs(coordinator.actor(), () -> reminders.last(WEEK))).containsKey(unit);

    TestTown.Person stranger =
        town.person(Role.ORGANISATION_COORDINATOR, town.organisation("Skolan", "SCHOOL"));
    assertThatThrownBy(
            () -> tenancy.as(stranger.actor(), () -> reminders.byHand(Set.of(unit), WEEK)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> tenancy.as(stranger.actor(), () -> leaders.name(unit, stranger.member())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void yearlyPauseTakesTheSameWeeksEachYear() {
    Pauses.Pause summer = new Pauses.Pause(
        UUID.randomUUID(),
        null,
        "Semester",
        LocalDate.of(2025, 12, 20),
        LocalDate.of(2026, 1, 6),
        true);
    Pauses.Paused paused = new Pauses.Paused(List.of(summer), List.of());
    assertThat(paused.holds(company, IsoWeek.parse("2026-W53").orElseThrow())).isTrue();
    assertThat(paused.holds(company, IsoWeek.parse("2028-W01").orElseThrow()))
        .as("Friday 7 January 2028 lies outside")
        .isFalse();
    assertThat(paused.holds(company, IsoWeek.parse("2027-W52").orElseThrow())).isTrue();
  }

  private String token(IsoWeek week) {
    String path = tenancy.readAs(
        town.system(),
        () -> links.path(unit, week, reporter.member(), Instant.now().plus(Duration.ofDays(7))));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> answered() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select reports || ' ' || nothing || ' ' || stated from samlad.unit_week")
            .query(String.class)
            .list());
  }

  private List<String> told() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select member_id || ' ' || subject from samlad.message_text order by 1")
            .query(String.class)
            .list());
  }

  private static Deadline deadline(UUID group, DayOfWeek day, String time) {
    return new Deadline(group, day, 1, LocalTime.parse(time), 96, true);
  }

  private String due(Unit of) {
    return tenancy.readAs(town.system(), deadlines::plan).of(of, WEEK).at().toString();
  }

  private Unit unitIn(Set<UUID> areas) {
    return new Unit(unit, company, "Kvällspasset", LocalDate.of(2020, 1, 1), null, areas);
  }

  private void holiday(LocalDate first, int days) {
    town.asSystem(() -> db.sql("""
            insert into samlad.calendar_entry (municipality_id, entry_id, kind, title, starts_at, ends_at)
            values (samlad.municipality(), gen_random_uuid(), 'HOLIDAY', 'Helg', :start, :end)
            """)
        .param("start", java.sql.Timestamp.from(first.atStartOfDay(IsoWeek.ZONE).toInstant()))
        .param(
            "end",
            java.sql.Timestamp.from(
                first.plusDays(days).atStartOfDay(IsoWeek.ZONE).toInstant()))
        .update());
  }

  private void asAdministrator(Runnable work) {
    tenancy.as(town.person(Role.ADMINISTRATOR, null).actor(), work);
  }

  private Reminders reminders() {
    return new Reminders(store, units, deadlines, links, outbox, tenancy, audit, messages, clock);
  }

  private ReminderRounds rounds() {
    return new ReminderRounds(municipalities, units, deadlines, reminders(), store, tenancy, clock);
  }
}
