package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.Import;
import se.samlad.intake.ImportWork;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.NewImport;
import se.samlad.intake.Profile;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** The real delivery, where it lies beside the checkout: five municipalities' rows, each into its own, and totals that equal the file's. */
@SamladTest
class RealDeliveryTest {

  private static final Path DATA =
      Path.of("../../shared/data/police-recorded/delivery_five_municipalities_2017_2022.csv.gz");

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

  @Autowired
  RecordedCrime recorded;

  @TempDir
  Path folder;

  @Test
  void totalsByAreaAndCodeEqualTheFilesInFiveMunicipalities() throws IOException {
    if (!Files.exists(DATA)) {
      System.out.println(
          "RealDeliveryTest skipped: ../shared/data/police-recorded is not beside the checkout");
      return;
    }
    Path file = folder.resolve("leverans.csv");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA))) {
      Files.copy(in, file);
    }
    List<String[]> rows = rows(file);
    assertThat(rows).hasSize(1990);
    for (String name : List.of("Örebro", "Norrköping", "Uppsala", "Luleå", "Kristinehamn")) {
      TestTown town = TestTown.in(tenancy, db, catalogue);
      town.asSystem(() -> db.sql("update samlad.municipality set name = :name")
          .param("name", name + " kommun")
          .update());
      town.organisation("Polisen", "POLICE");
      Map<String, Integer> expected = totals(rows.stream().filter(row -> row[5].equals(name)));
      int count = expected.values().stream().mapToInt(Integer::intValue).sum();
      Import done = bring(town, file);
      assertThat(done.wrong()).isZero();
      assertThat(done.accepted()).isEqualTo(count);
      assertThat(done.note(Import.Note.ELSEWHERE)).isEqualTo(1990 - count);
      assertThat(stored(town)).isEqualTo(expected);
      assertThat(bring(town, file).accepted()).isZero();
      assertThat(stored(town)).isEqualTo(expected);
    }
  }

  private Import bring(TestTown town, Path file) throws IOException {
    long size = Files.size(file);
    Import entered = tenancy.as(
        town.person(Role.COORDINATOR, null).actor(),
        () -> imports.enter(new NewImport(
            Profile.POLICE_DELIVERY,
            "leverans.csv",
            size,
            false,
            "Utlämnad allmän handling",
            null)));
    return work.run(town.id(), entered.id(), file, progress -> {});
  }

  /** As the screen for the coordinator counts them: area and code to offences, "" where there is no area. */
  private Map<String, Integer> stored(TestTown town) {
    return tenancy.readAs(town.person(Role.COORDINATOR, null).actor(), () -> {
      Map<String, Integer> totals = new TreeMap<>();
      for (RecordedCrime.Total total :
          recorded.totals(java.time.LocalDate.of(2000, 1, 1), java.time.LocalDate.of(2023, 1, 1))) {
        totals.merge(total.area() + " " + total.crimeCode(), total.offences(), Integer::sum);
      }
      return totals;
    });
  }

  private static Map<String, Integer> totals(Stream<String[]> rows) {
    Map<String, Integer> totals = new TreeMap<>();
    rows.forEach(
        row -> totals.merge(row[7] + " " + row[1], Integer.parseInt(row[8]), Integer::sum));
    return totals;
  }

  private static List<String[]> rows(Path file) throws IOException {
    try (BufferedReader in = new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> line.split(";", -1)).toList();
    }
  }
}
