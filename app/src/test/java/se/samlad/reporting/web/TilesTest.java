package se.samlad.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SimilarIncidents;
import se.samlad.reporting.SubmissionReader;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** What stands first on a phone, and what colleagues have told of near by. */
@SamladTest
class TilesTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Tiles tiles;

  @Autowired
  Reports reports;

  @Autowired
  SubmissionReader bodies;

  @Autowired
  SimilarIncidents similar;

  private TestTown town;
  private UUID company;
  private TestTown.Person guard;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
    guard = town.person(Role.REPORTER, company);
  }

  @Test
  void newMemberMeetsWhatHerKindOfOrganisationReportsThenTheMunicipalitysOwnOrder() {
    assertThat(first(guard))
        .containsExactly(
            "SAMLING",
            "SKADEGORELSE",
            "KLOTTER",
            "BRAND_ANLAGD",
            "NARKOTIKA",
            "VALD_HOT",
            "BUSKORNING",
            "OTRYGG_PLATS");
    TestTown.Person carer =
        town.person(Role.REPORTER, town.organisation("Hemtjänst Norr", "HOME_CARE"));
    assertThat(first(carer)).startsWith("INCIDENT_MOT_ANSTALLD", "SKADEGORELSE").hasSize(8);
  }

  @Test
  void whatTheMemberReportsMostStandsFirstWhateverTheOthersDo() {
    TestTown.Person colleague = town.person(Role.REPORTER, company);
    send(guard, "CYKEL", 15.0);
    send(guard, "CYKEL", 15.0);
    send(guard, "OTRYGG_PLATS", 15.0);
    send(colleague, "KLOTTER", 15.0);

    assertThat(first(guard)).startsWith("TILLGREPP", "OTRYGG_PLATS", "SAMLING").hasSize(8);
    assertThat(first(colleague)).startsWith("KLOTTER", "SAMLING", "SKADEGORELSE");
  }

  @Test
  void colleaguesReportsNearByAreToldWithoutTheirWordsAndOthersAreNot() {
    TestTown.Person colleague = town.person(Role.REPORTER, company);
    TestTown.Person neighbour =
        town.person(Role.REPORTER, town.organisation("Lindbo", "HOUSING_COMPANY"));
    send(colleague, "GLASKROSS", 15.0005);
    send(colleague, "GLASKROSS", 15.01);
    send(colleague, "SAMLING", 15.0005);
    send(neighbour, "GLASKROSS", 15.0005);
    send(guard, "SKADEGORELSE", 15.0005);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(near(colleague)).hasSize(1));
    await()
        .untilAsserted(() -> assertThat(near(guard)).singleElement().satisfies(one -> {
          assertThat(one.categoryCode()).isEqualTo("GLASKROSS");
          assertThat(one.meters()).isBetween(25.0, 32.0);
        }));
  }

  private List<SimilarIncidents.Similar> near(TestTown.Person person) {
    Instant now = Instant.now();
    return tenancy.readAs(
        person.actor(),
        () -> similar.near(new SimilarIncidents.Sketch("SKADEGORELSE", now, now, 15.0, 59.0), 5));
  }

  private List<String> first(TestTown.Person person) {
    return tenancy.readAs(person.actor(), () -> tiles.board("").first()).stream()
        .map(tile -> tile.category().code())
        .toList();
  }

  private void send(TestTown.Person person, String category, double lon) {
    byte[] body =
        """
            {"incidents":[{"category":"%s","from":"%s","lon":%s,"lat":59.0}]}
            """.formatted(category, Instant.now().toString(), lon).getBytes(StandardCharsets.UTF_8);
    tenancy.as(
        person.actor(), () -> reports.receive(UUID.randomUUID(), body, bodies.read(body), "API"));
  }
}
