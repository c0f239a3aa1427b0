package se.samlad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.Import.Note;
import se.samlad.intake.Import.State;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Imports.NewImport;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** A list from an earlier system becomes reports and incidents of the organisation that had it. */
@SamladTest
class ImportedReportsTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Imports imports;

  @Autowired
  ImportWork work;

  @TempDir
  Path folder;

  TestTown town;
  UUID centrum;
  Person coordinator;
  Person housingCoordinator;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    coordinator = town.person(Role.COORDINATOR, null);
    housingCoordinator = town.person(
        Role.ORGANISATION_COORDINATOR, town.organisation("Bostäder", "HOUSING_COMPANY"));
  }

  private static final Mapping LIST = new Mapping(
      Mapping.Target.REPORTS,
      Map.of(
          Field.ID, "Ärende",
          Field.CATEGORY, "Typ",
          Field.FROM, "När",
          Field.NORTH, "N",
          Field.EAST, "E",
          Field.AREA, "Stadsdel",
          Field.STREET, "Gata",
          Field.TEXT, "Text"),
      Set.of(),
      true,
      "",
      "",
      Grid.TM,
      Map.of("klotter", "KLOTTER", "hiss", ""));

  private static final String LIST_HEAD = "Ärende;Typ;När;N;E;Stadsdel;Gata;Text";

  private Import runList(Person actor, UUID owner, boolean dryRun, String... rows) {
    List<String> lines = new java.util.ArrayList<>(List.of(LIST_HEAD));
    lines.addAll(List.of(rows));
    Path file = PoliceFiles.text(folder, lines.toArray(String[]::new));
    Import entered = tenancy.as(actor.actor(), () -> {
      Profile profile =
          imports.remember(new Drawing("Bostäders lista", LIST, "GROUP"), owner, "Beslut 2026");
      return imports.enter(new NewImport(profile, "lista.csv", 10, dryRun, null, owner));
    });
    return work.run(town.id(), entered.id(), file, progress -> {});
  }

  @Test
  void reportsOfAnEarlierSystemBecomeIncidentsOnceAndAreTakenBack() {
    UUID housing = town.organisation("Gamla Bostäder", "HOUSING_COMPANY");
    String point = (int) (TestTown.NORTHING + 500) + ";" + (int) (TestTown.EASTING + 300);
    String[] rows = {
      "1;Klotter;2026-03-02 21:40;" + point + ";;Storgatan 4;Ring 19811218-9876",
      "2;klotter ;2026-03-03 10:00;;;Centrum;;",
      "3;Hiss;2026-03-03 10:00;;;Centrum;;",
      "4;Buller;2026-03-03 10:00;;;Centrum;;",
      "5;Klotter;2026-03-03 10:00;" + point + ";;;"
    };
    Import trial = runList(coordinator, housing, true, rows);
    assertThat(trial.accepted()).isEqualTo(3);
    assertThat(count("select count(*) from samlad.report")).isZero();
    Import done = runList(coordinator, housing, false, rows);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.accepted()).isEqualTo(3);
    assertThat(done.note(Note.LEFT_OUT)).isEqualTo(1);
    assertThat(done.wrong()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("select count(*) from samlad.incident_detail") == 3);
    assertThat(count("select count(*) from samlad.incident_source where state = 'PASSED'"
            + " and source_kind = 'EARLIER_SYSTEM' and sharing_class = 'GROUP'"))
        .isEqualTo(3);
    assertThat(
            count("select count(*) from samlad.incident_detail where precision_class = 'CENTROID'"))
        .isEqualTo(1);
    assertThat(
            count("select count(*) from samlad.incident_source where area_id = '" + centrum + "'"))
        .isEqualTo(3);
    String text = tenancy.readAs(
        coordinator.actor(),
        () -> db.sql("select text from samlad.report_text").query(String.class).single());
    assertThat(text).contains("▮").doesNotContain("9876");
    Import again = runList(coordinator, housing, false, rows);
    assertThat(again.accepted()).isZero();
    assertThat(again.already()).isEqualTo(3);
    tenancy.as(coordinator.actor(), () -> imports.undo(done.id()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            count("select count(*) from samlad.incident_source where state = 'WITHDRAWN'") == 3);
    assertThat(runList(coordinator, housing, false, rows).accepted()).isEqualTo(3);
  }

  @Test
  void reportsOfASchoolWaitForItsOwnCoordinator() {
    UUID school = town.organisation("Skolan", "SCHOOL");
    runList(coordinator, school, false, "1;Klotter;2026-03-02 21:40;;;Centrum;;");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("select count(*) from samlad.incident_source where state = 'NEW'") == 1);
  }

  @Test
  void housingCompanyHandsInItsOwnReportsButNoCrimes() {
    UUID own = housingCoordinator.actor().coordinated().iterator().next();
    Import done = runList(housingCoordinator, own, false, "1;Klotter;2026-03-02 21:40;;;Centrum;;");
    assertThat(done.accepted()).isEqualTo(1);
    Mapping crimes = Profile.POLICE_A.mapping();
    assertThatThrownBy(() -> tenancy.as(housingCoordinator.actor(), () -> {
          imports.remember(new Drawing("Brott", crimes, "COARSE"), null, "Jag");
        }))
        .isInstanceOf(Refused.class);
  }

  private int count(String sql) {
    return tenancy.readAs(town.system(), () -> db.sql(sql).query(Integer.class).single());
  }
}
