package se.samlad.incident;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection.Review;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** Test vocabulary: a demo town with a guard company, police and housing company, their people, and reports that become incidents. */
@TestComponent
@Scope("prototype")
public class Scene {

  /** The week all reports of a scene lie in unless they say otherwise. */
  public static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  public final TestTown town;
  public final UUID centrum;
  public final UUID norr;
  public final UUID company;
  public final UUID police;
  public final UUID housing;
  public final Person guard;
  public final Person officer;
  public final Person caretaker;
  public final Person guardCoordinator;
  public final Person policeCoordinator;
  public final Person housingCoordinator;
  public final Person coordinator;
  public final Person inGroup;
  public final Person leader;

  private final Tenancy tenancy;
  private final JdbcClient db;
  private final Reports reports;
  private final SubmissionReader reader;
  private final Incidents incidents;
  private final ApiTokens tokens;

  Scene(
      Tenancy tenancy,
      JdbcClient db,
      DefaultCatalogue catalogue,
      Reports reports,
      SubmissionReader reader,
      Incidents incidents,
      ApiTokens tokens) {
    this.tenancy = tenancy;
    this.db = db;
    this.reports = reports;
    this.reader = reader;
    this.incidents = incidents;
    this.tokens = tokens;
    town = TestTown.in(tenancy, db, catalogue).demo();
    centrum = town.area("Centrum", 0, 0);
    norr = town.area("Norr", 0, 1);
    company = town.organisation("Bevakning", "GUARD_COMPANY");
    police = town.organisation("Polisen", "POLICE");
    housing = town.organisation("Bostäder", "HOUSING_COMPANY");
    guard = town.person(Role.REPORTER, company);
    officer = town.person(Role.REPORTER, police);
    caretaker = town.person(Role.REPORTER, housing);
    guardCoordinator = town.person(Role.ORGANISATION_COORDINATOR, company);
    policeCoordinator = town.person(Role.ORGANISATION_COORDINATOR, police);
    housingCoordinator = town.person(Role.ORGANISATION_COORDINATOR, housing);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null)
        .inGroup(town.group("EST Centrum", false, centrum), false, centrum);
    leader = town.person(Role.LEADERSHIP, null);
  }

  /** Reports an incident at a place some kilometres from the corner, and waits until it has become one. */
  public UUID report(
      Person person, String category, String from, double eastKm, double northKm, String text) {
    UUID id = Ids.next();
    byte[] body = String.format(
            Locale.ROOT,
            "{\"incidents\":[{\"category\":\"%s\",\"from\":\"%s\",%s%s}]}",
            category,
            from,
            TestTown.point(eastKm, northKm),
            text.isEmpty() ? "" : ",\"text\":\"" + text + "\"")
        .getBytes(StandardCharsets.UTF_8);
    tenancy.as(person.actor(), () -> reports.receive(id, body, reader.read(body), "API"));
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> incidentOf(id), found -> found.size() == 1)
        .getFirst();
  }

  /** Friday evening at the square. */
  public UUID report(Person person, String category) {
    return report(person, category, "2026-11-20T19:30:00Z", 0.3, 0.5, "");
  }

  private List<UUID> incidentOf(UUID report) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select incident_id from samlad.incident_source where report_id = :report")
            .param("report", report)
            .query(UUID.class)
            .list());
  }

  public List<IncidentRow> seen(Person person, Review which) {
    IncidentSelection selection =
        IncidentSelection.between(MONDAY, MONDAY.plusWeeks(1)).withReview(which);
    return tenancy.readAs(person.actor(), () -> incidents.list(selection, 500, 0));
  }

  public IncidentRow row(Person person, UUID incident) {
    return tenancy.readAs(person.actor(), () -> incidents.find(incident).orElseThrow());
  }

  /** A secret of a token that acts for the person. */
  public String token(Person person, UUID organisation, se.samlad.ground.access.Scope... scopes) {
    return tenancy.as(
        town.system(),
        () -> tokens
            .issue(organisation, person.member(), "prov", Set.of(scopes), null)
            .secret());
  }

  /** State, category and class of the incident's first source, on one line. */
  public String stands(UUID incident) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("""
                select s.state || ' ' || d.category_code || ' ' || s.sharing_class
                  from samlad.incident_source s
                  join samlad.incident_detail d on d.source_id = s.source_id
                 where s.incident_id = :incident
                """).param("incident", incident).query(String.class).list().getFirst());
  }

  /** The reasons in an incident's history. */
  public List<String> reasons(UUID incident) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select reason from samlad.incident_event where incident_id = :incident")
            .param("incident", incident)
            .query(String.class)
            .list());
  }

  /** How many audit rows of a verb there are. */
  public int audited(String verb) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from samlad.audit_entry where verb = :verb")
            .param("verb", verb)
            .query(Integer.class)
            .single());
  }
}
