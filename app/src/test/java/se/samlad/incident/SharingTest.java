package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection.Review;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** From report to shared incident: who sees what, at each step. */
@SamladTest
class SharingTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Reports reports;

  @Autowired
  SubmissionReader reader;

  @Autowired
  Incidents incidents;

  @Autowired
  se.samlad.incident.Review review;

  TestTown town;
  UUID centrum;
  Person guard;
  Person officer;
  Person policeCoordinator;
  Person housingCoordinator;
  Person coordinator;
  Person inGroup;
  Person inOtherGroup;
  Person leader;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    UUID elsewhere = town.area("Norr", 0, 1);
    UUID police = town.organisation("Polisen", "POLICE");
    UUID housing = town.organisation("Bostäder", "HOUSING_COMPANY");
    guard = town.person(Role.REPORTER, town.organisation("Bevakning", "GUARD_COMPANY"));
    officer = town.person(Role.REPORTER, police);
    policeCoordinator = town.person(Role.ORGANISATION_COORDINATOR, police);
    housingCoordinator = town.person(Role.ORGANISATION_COORDINATOR, housing);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null)
        .inGroup(town.group("EST Centrum", false, centrum), false, centrum);
    inOtherGroup = town.person(Role.GROUP_MEMBER, null)
        .inGroup(town.group("EST Norr", false, elsewhere), false, elsewhere);
    leader = town.person(Role.LEADERSHIP, null);
  }

  @Test
  void newIncidentIsSeenByTheCoordinatorAndNobodyElse() {
    reportFrom(guard, "KLOTTER");
    assertThat(seen(coordinator, Review.ANY)).hasSize(1);
    assertThat(seen(inGroup, Review.ANY)).isEmpty();
    assertThat(seen(housingCoordinator, Review.ANY)).isEmpty();
    assertThat(seen(guard, Review.ANY)).isEmpty();
  }

  @Test
  void passingSharesWithTheGroupsWhoseAreasHoldThePlace() {
    reportFrom(guard, "KLOTTER");
    pass(coordinator);
    assertThat(seen(inGroup, Review.PASSED)).singleElement().satisfies(row -> {
      assertThat(row.categoryCode()).isEqualTo("KLOTTER");
      assertThat(row.from()).isNotNull();
    });
    assertThat(seen(inOtherGroup, Review.PASSED)).isEmpty();
  }

  @Test
  void policePassTheirOwnAndTheGroupSeesGroupAreaAndWeekOnly() {
    reportFrom(officer, "RAN");
    assertThatThrownBy(() -> pass(coordinator)).isInstanceOf(Refused.class);
    pass(policeCoordinator);
    assertThat(seen(inGroup, Review.PASSED)).singleElement().satisfies(row -> {
      assertThat(row.categoryGroup()).isEqualTo("VALD_HOT");
      assertThat(row.categoryCode()).isNull();
      assertThat(row.from()).isNull();
      assertThat(row.lon()).isNull();
      assertThat(row.areaId()).isEqualTo(centrum);
      assertThat(row.week()).isEqualTo(LocalDate.of(2026, 11, 16));
    });
    assertThat(seen(coordinator, Review.PASSED))
        .singleElement()
        .satisfies(row -> assertThat(row.categoryCode()).isEqualTo("RAN"));
  }

  @Test
  void mergedIncidentShowsEachAudienceOnlyItsOwnSources() {
    reportFrom(guard, "VALD");
    reportFrom(officer, "VALD");
    pass(coordinator);
    Set<UUID> both =
        Set.copyOf(seen(coordinator, Review.ANY).stream().map(IncidentRow::id).toList());
    var merged = tenancy.as(coordinator.actor(), () -> review.merge(both));
    assertThat(seen(coordinator, Review.ANY))
        .singleElement()
        .satisfies(row -> assertThat(row.sources()).isEqualTo(2));
    assertThat(seen(inGroup, Review.PASSED))
        .singleElement()
        .satisfies(row -> assertThat(row.sources()).isEqualTo(1));
    assertThat(seen(policeCoordinator, Review.ANY))
        .singleElement()
        .satisfies(row -> assertThat(row.sources()).isEqualTo(1));
    tenancy.as(coordinator.actor(), () -> review.undo(merged.events()));
    assertThat(seen(coordinator, Review.ANY)).hasSize(2);
  }

  @Test
  void undoingAPassTakesTheIncidentBackFromTheGroup() {
    reportFrom(guard, "KLOTTER");
    var done = pass(coordinator);
    tenancy.as(coordinator.actor(), () -> review.undo(done.events()));
    assertThat(seen(inGroup, Review.PASSED)).isEmpty();
    assertThat(seen(coordinator, Review.NEW)).hasSize(1);
  }

  @Test
  void incidentAgainstAnEmployeeIsSharedCoarsely() {
    reportFrom(guard, "INCIDENT_MOT_ANSTALLD");
    pass(coordinator);
    assertThat(seen(inGroup, Review.PASSED))
        .singleElement()
        .satisfies(row -> assertThat(row.coarse()).isTrue());
  }

  @Test
  void leadershipReadsNoDetail() {
    reportFrom(guard, "KLOTTER");
    pass(coordinator);
    assertThat(seen(leader, Review.PASSED))
        .singleElement()
        .satisfies(row -> assertThat(row.coarse()).isTrue());
  }

  @Test
  void anothersMunicipalityIsNotThere() {
    reportFrom(guard, "KLOTTER");
    pass(coordinator);
    TestTown other = TestTown.in(tenancy, db, catalogue);
    Person stranger = other.person(Role.COORDINATOR, null);
    assertThat(seen(stranger, Review.ANY)).isEmpty();
    UUID incident = seen(coordinator, Review.ANY).getFirst().id();
    assertThat(tenancy.readAs(stranger.actor(), () -> incidents.find(incident))).isEmpty();
  }

  private void reportFrom(Person person, String category) {
    UUID id = Ids.next();
    byte[] body = ("{\"incidents\":[{\"category\":\"" + category
            + "\",\"from\":\"2026-11-20T19:30:00Z\"," + TestTown.POINT + "}]}")
        .getBytes(StandardCharsets.UTF_8);
    int before = sources();
    tenancy.as(person.actor(), () -> reports.receive(id, body, reader.read(body), "API"));
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> sources() == before + 1);
  }

  private int sources() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from samlad.incident_source")
            .query(Integer.class)
            .single());
  }

  private se.samlad.incident.Review.Done pass(Person person) {
    Set<UUID> ids =
        Set.copyOf(seen(person, Review.NEW).stream().map(IncidentRow::id).toList());
    return tenancy.as(person.actor(), () -> review.pass(ids));
  }

  private List<IncidentRow> seen(Person person, Review which) {
    var selection = IncidentSelection.between(
            LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23))
        .withReview(which);
    return tenancy.readAs(person.actor(), () -> {
      List<IncidentRow> rows = incidents.list(selection, 100, 0);
      assertThat(incidents.count(selection)).isEqualTo(rows.size());
      return rows;
    });
  }
}
