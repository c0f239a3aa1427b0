package se.samlad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import se.samlad.intake.Imports.NewImport;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** From a police file to crime records: trial, import, repeat, overlap, interruption, undo; and who may do and see it. */
@SamladTest
class ImportTest {

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
  UUID police;
  UUID centrum;
  Person coordinator;
  Person policeCoordinator;
  Person housingCoordinator;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    police = town.organisation("Polisen", "POLICE");
    coordinator = town.person(Role.COORDINATOR, null);
    policeCoordinator = town.person(Role.ORGANISATION_COORDINATOR, police);
    housingCoordinator = town.person(
        Role.ORGANISATION_COORDINATOR, town.organisation("Bostäder", "HOUSING_COMPANY"));
  }

  @Test
  void trialRunTellsEverythingAndWritesNothing() {
    Import trial = run(true, PoliceFiles.deliveryRows("Provköping", 300, 1));
    assertThat(trial.state()).isEqualTo(State.DONE);
    assertThat(trial.accepted()).isEqualTo(300);
    assertThat(trial.note(Note.NEW_AREAS)).isPositive();
    assertThat(records()).isZero();
    assertThat(count("select count(*) from samlad.area where layer = 'ur-filer'"))
        .isZero();
  }

  @Test
  void importedRowsBelongToThePoliceAndAreSharedCoarsely() {
    Import done = run(false, PoliceFiles.deliveryRows("Provköping", 300, 1));
    assertThat(done.accepted()).isEqualTo(300);
    assertThat(records()).isEqualTo(300);
    assertThat(count("select count(*) from samlad.crime_record where owner_org = '" + police
            + "' and sharing_class = 'COARSE'"))
        .isEqualTo(300);
    assertThat(count("select count(*) from samlad.crime_detail where lon is not null"))
        .isZero();
    assertThat(count("select count(*) from samlad.crime_record where area_id is null"))
        .isEqualTo(done.note(Note.WITHOUT_AREA));
  }

  @Test
  void repeatedDeliveryAddsNothingAndAnOverlappingOneOnlyWhatIsMissing() {
    List<String> all = PoliceFiles.layoutARows(2500, 3);
    Import first = run(false, all.subList(0, 1501), Profile.POLICE_A);
    assertThat(first.accepted()).isEqualTo(1500);
    Import again = run(false, all.subList(0, 1501), Profile.POLICE_A);
    assertThat(again.accepted()).isZero();
    assertThat(again.already()).isEqualTo(1500);
    Import whole = run(false, all, Profile.POLICE_A);
    assertThat(whole.accepted()).isEqualTo(1000);
    assertThat(records()).isEqualTo(2500);
  }

  @Test
  void equalRowsAreRealAndOnlyTheNewOneIsAdded() {
    String row = "2026-01-07;NP 1;Bas 12;Storgatan;0950;1;2026-01-05;2026-01-05;2130;2130";
    assertThat(run(false, List.of(PoliceFiles.LAYOUT_A, row, row, row), Profile.POLICE_A)
            .accepted())
        .isEqualTo(3);
    assertThat(run(false, List.of(PoliceFiles.LAYOUT_A, row, row, row, row), Profile.POLICE_A)
            .accepted())
        .isEqualTo(1);
    assertThat(records()).isEqualTo(4);
  }

  @Test
  void fewerRowsThanBeforeAreReportedAndNotDeleted() {
    List<String> all = PoliceFiles.deliveryRows("Provköping", 200, 1);
    run(false, all);
    Import fewer =
        run(false, all.stream().filter(line -> !line.endsWith("7;1")).limit(150).toList());
    int days = count("select count(*) from samlad.crime_record where recorded_on between '"
        + fewer.firstDay() + "' and '" + fewer.lastDay() + "'");
    assertThat(fewer.missing()).isEqualTo(days - fewer.already()).isPositive();
    assertThat(records()).isEqualTo(200);
  }

  @Test
  void knownIdWithOtherContentIsToldAndWhatWasStoredStands() {
    String before = "1;1210;;2026-02-18;2026-02-18;Provköping;;9999A1010;1";
    run(false, List.of(PoliceFiles.DELIVERY, before));
    Import changed = run(false, List.of(PoliceFiles.DELIVERY, before.replace("1210", "1211")));
    assertThat(changed.changed()).isEqualTo(1);
    assertThat(changed.accepted()).isZero();
    assertThat(count("select count(*) from samlad.crime_record where crime_code = '1210'"))
        .isEqualTo(1);
  }

  @Test
  void wrongRowsAreListedAndTheOthersGoIn() {
    Import done = run(
        false,
        List.of(
            PoliceFiles.DELIVERY,
            "1;1210;;2026-02-18;2026-02-18;Provköping;;9999A1010;1",
            "2;12;;i går;2026-02-18;Provköping;;;1",
            "1;1210;;2026-02-19;2026-02-19;Provköping;;;1",
            "3;1210;;2026-02-18;2026-02-18;Annanstad;;;1"));
    assertThat(done.accepted()).isEqualTo(1);
    assertThat(done.wrong()).isEqualTo(2);
    assertThat(done.note(Note.ELSEWHERE)).isEqualTo(1);
    List<RowProblem> errors =
        tenancy.readAs(coordinator.actor(), () -> imports.errors(done.id(), 100, 0));
    assertThat(errors)
        .extracting(
            problem -> problem.number() + " " + problem.field() + " " + problem.messageKey())
        .containsExactly("3 Inskrivningsdatum intake.row.day", "4 Id intake.row.sameId");
  }

  @Test
  void killedHalfWayTheSameImportGoesOnAndCountsEveryRowOnce() {
    List<String> lines = PoliceFiles.deliveryRows("Provköping", 3500, 5);
    Path file = PoliceFiles.text(folder, lines.toArray(String[]::new));
    Import entered = enter(false, file, Profile.POLICE_DELIVERY);
    assertThatThrownBy(() -> work.run(town.id(), entered.id(), file, progress -> {
          if (progress.rowsRead() >= 2000) {
            throw new IllegalStateException("killed");
          }
        }))
        .hasMessage("killed");
    assertThat(records()).isEqualTo(2000);
    Import done = work.run(town.id(), entered.id(), file, progress -> {});
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.accepted()).isEqualTo(3500);
    assertThat(done.already()).isZero();
    assertThat(records()).isEqualTo(3500);
  }

  @Test
  void undoTakesBackWhatThisImportAddedAndNoMore() {
    List<String> all = PoliceFiles.deliveryRows("Provköping", 100, 1);
    Import first = run(false, all.subList(0, 61));
    Import second = run(false, all);
    tenancy.as(coordinator.actor(), () -> {
      assertThat(imports.undo(second.id())).isEqualTo(40);
    });
    assertThat(records()).isEqualTo(60);
    assertThatThrownBy(() -> tenancy.as(coordinator.actor(), () -> {
          imports.undo(second.id());
        }))
        .isInstanceOf(Refused.class);
    tenancy.as(policeCoordinator.actor(), () -> {
      assertThat(imports.undo(first.id())).isEqualTo(60);
    });
    assertThat(records()).isZero();
  }

  @Test
  void fileThatBreaksOffInTheMiddleWritesNothing() {
    List<String> lines = new java.util.ArrayList<>(PoliceFiles.deliveryRows("Provköping", 3000, 1));
    lines.add("\"" + "x;".repeat(200_000));
    Import refused = run(false, lines);
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.refusal().getFirst().messageKey()).isEqualTo("intake.file.brokenRow");
    assertThat(records()).isZero();
  }

  @Test
  void pointsAreLocatedAndCentroidsStayCentroids() {
    String at = TestTown.point(0.3, 0.5).replace("\"lon\":", "").replace("\"lat\":", "");
    String lon = at.split(",")[0];
    String lat = at.split(",")[1];
    run(
        false,
        List.of(
            PoliceFiles.LAYOUT_B,
            "1;0804;" + lat + ";" + lon + ";Storgatan;4;Provköping;2026-03-01 10:00;",
            "2;0804;" + lat + ";" + lon + ";;;Provköping;2026-03-01 10:00;"),
        Profile.POLICE_B);
    assertThat(count("select count(*) from samlad.crime_record where area_id = '" + centrum + "'"))
        .isEqualTo(2);
    assertThat(count("select count(*) from samlad.crime_detail where precision_class = 'CENTROID'"))
        .isEqualTo(1);
  }

  @Test
  void handedFileIsReadInTheBackgroundAndThenGone() throws IOException {
    Path file = PoliceFiles.text(
        folder, PoliceFiles.deliveryRows("Provköping", 50, 1).toArray(String[]::new));
    Import trial = tenancy.as(policeCoordinator.actor(), () -> {
      try (InputStream in = Files.newInputStream(file)) {
        return imports.hand(wanted(true, file, Profile.POLICE_DELIVERY), in);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    awaitDone(trial.id());
    assertThat(records()).isZero();
    tenancy.as(policeCoordinator.actor(), () -> imports.confirm(trial.id()));
    awaitDone(trial.id());
    assertThat(records()).isEqualTo(50);
    assertThat(count("select count(*) from samlad.import_file")).isZero();
  }

  @Test
  void othersNeitherHandInNorSeeImports() {
    Import done = run(false, PoliceFiles.deliveryRows("Provköping", 5, 1));
    assertThatThrownBy(() -> tenancy.as(housingCoordinator.actor(), () -> {
          imports.enter(new NewImport(Profile.POLICE_A, "a.csv", 10, true, "Jag", null));
        }))
        .isInstanceOf(Refused.class);
    assertThat(tenancy.readAs(housingCoordinator.actor(), () -> imports.list(10, 0)))
        .isEmpty();
    assertThat(tenancy.readAs(housingCoordinator.actor(), () -> imports.errors(done.id(), 9, 0)))
        .isEmpty();
    Person stranger = TestTown.in(tenancy, db, catalogue).person(Role.COORDINATOR, null);
    assertThat(tenancy.readAs(stranger.actor(), () -> imports.list(10, 0))).isEmpty();
  }

  private Import run(boolean dryRun, List<String> lines) {
    return run(dryRun, lines, Profile.POLICE_DELIVERY);
  }

  private Import run(boolean dryRun, List<String> lines, Profile profile) {
    Path file = PoliceFiles.text(folder, lines.toArray(String[]::new));
    return work.run(town.id(), enter(dryRun, file, profile).id(), file, progress -> {});
  }

  private Import enter(boolean dryRun, Path file, Profile profile) {
    return tenancy.as(coordinator.actor(), () -> imports.enter(wanted(dryRun, file, profile)));
  }

  private static NewImport wanted(boolean dryRun, Path file, Profile profile) {
    try {
      return new NewImport(
          profile, "polisen.csv", Files.size(file), dryRun, "Överenskommelse 2026", null);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void awaitDone(UUID id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() ->
            tenancy.readAs(policeCoordinator.actor(), () -> imports.get(id).state()) == State.DONE);
  }

  private int records() {
    return count("select count(*) from samlad.crime_record");
  }

  private int count(String sql) {
    return tenancy.readAs(town.system(), () -> db.sql(sql).query(Integer.class).single());
  }

  @Test
  void lateRowsTellWhichEarlierWeeksTheyChange() {
    String row = "2026-01-07;NP 1;Bas 12;Storgatan;0950;2;%s;%s;2130;2130";
    Import first = run(
        false,
        List.of(PoliceFiles.LAYOUT_A, row.formatted("2026-01-05", "2026-01-05")),
        Profile.POLICE_A);
    assertThat(first.lateWeeks()).isEmpty();
    Import late = run(
        true,
        List.of(
            PoliceFiles.LAYOUT_A,
            row.formatted("2025-12-29", "2025-12-29"),
            row.formatted("2025-12-30", "2025-12-30"),
            row.formatted("2026-01-12", "2026-01-12")),
        Profile.POLICE_A);
    assertThat(late.lateWeeks()).isEqualTo(Map.of(LocalDate.of(2025, 12, 29), 2));
    assertThat(late.weeks()).hasSize(2);
  }

  @Test
  void importStoppedWhileItIsReadLeavesNothing() {
    Path file = PoliceFiles.text(
        folder, PoliceFiles.deliveryRows("Provköping", 3500, 5).toArray(String[]::new));
    Import entered = enter(false, file, Profile.POLICE_DELIVERY);
    Import stopped = work.run(town.id(), entered.id(), file, progress -> {
      if (progress.rowsRead() == 2000) {
        tenancy.as(coordinator.actor(), () -> imports.cancel(entered.id()));
      }
    });
    assertThat(stopped.state()).isEqualTo(State.CANCELLED);
    assertThat(records()).isZero();
  }
}
