package se.samlad.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Field;
import se.samlad.intake.FileRow;
import se.samlad.intake.Grid;
import se.samlad.intake.Mapping;
import se.samlad.intake.PoliceFiles;
import se.samlad.intake.Profile;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.Tables;
import se.samlad.intake.file.UnreadableFile;

/** What the cells of the three layouts say. A row is shown as code, number, interval, area and precision; a refusal as field and why. */
class RowReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final TextGuard BLIND = text -> new TextGuard.Guarded(text, List.of());

  @TempDir
  Path folder;

  @Test
  void deliveryRowIsAWholeDayInAnArea() {
    assertThat(read(
            Profile.POLICE_DELIVERY,
            PoliceFiles.DELIVERY,
            "325;1210;Skadegörelse, brand;2026-02-20;2026-02-18;Provköping;Provs län;9999A1010;1"))
        .containsExactly("1210 x1 2026-02-18 00:00 - 2026-02-19 00:00 dag 9999A1010 AREA");
  }

  @Test
  void rowRecordedBeforeTheOffenceIsTaken() {
    assertThat(read(
            Profile.POLICE_DELIVERY,
            PoliceFiles.DELIVERY,
            "1;1210;;2026-02-18;2026-02-20;Provköping;;;1"))
        .containsExactly("1210 x1 2026-02-20 00:00 - 2026-02-21 00:00 dag  AREA");
  }

  @Test
  void rowsOfOtherMunicipalitiesAreLeftOutAndGenitivesAreKnown() {
    assertThat(read(
            Profile.POLICE_DELIVERY,
            PoliceFiles.DELIVERY,
            "1;1210;;2026-02-18;2026-02-18;Provköpings kommun;;;1",
            "2;1210;;2026-02-18;2026-02-18;Annanstad;;;1",
            "3;1210;;2026-02-18;2026-02-18;;;;1"))
        .containsExactly(
            "1210 x1 2026-02-18 00:00 - 2026-02-19 00:00 dag  AREA",
            "annan kommun",
            "Kommun intake.row.noMunicipality");
  }

  @Test
  void everyFaultOfARowIsTold() {
    assertThat(read(
            Profile.POLICE_DELIVERY,
            PoliceFiles.DELIVERY,
            "9 9;12x0;;2026-02-30;2027-01-01;Provköping;;;0"))
        .containsExactly(
            "Id intake.row.plain, Brottskod intake.row.code, Inskrivningsdatum intake.row.day, "
                + "Brottsdatum intake.row.future, Antal intake.row.offences");
  }

  @Test
  void layoutAHasIntervalsNumbersAndCodesWithLeadingZero() {
    assertThat(read(
            Profile.POLICE_A,
            PoliceFiles.LAYOUT_A,
            "2026-01-07;NP 1;Bas 12; Storgatan ;0950;3;2026-01-05;2026-01-06;2130;0615",
            "1/7/26;NP 1;;Storgatan;950;1;1/5/26;;;",
            "2026-01-07;NP 1;;Storgatan;0950;2,0;2026-01-05;;1200;"))
        .containsExactly(
            "0950 x3 2026-01-05 21:30 - 2026-01-06 06:15 Bas 12 AREA",
            "0950 x1 2026-01-05 00:00 - 2026-01-06 00:00 dag  AREA",
            "0950 x2 2026-01-05 12:00 - 2026-01-05 12:00  AREA");
  }

  @Test
  void sameRowAsWorkbookAndAsTextHasTheSameContent() {
    FileRow text = rows(
            Profile.POLICE_A,
            PoliceFiles.text(
                folder,
                PoliceFiles.LAYOUT_A,
                "2026-01-07;NP 1;Bas 12;Storgatan;0950;3;2026-01-05;2026-01-06;2130;0615"))
        .getFirst();
    FileRow sheet = rows(
            Profile.POLICE_A,
            PoliceFiles.workbook(folder, PoliceFiles.LAYOUT_A.split(";"), new Object[] {
              LocalDate.of(2026, 1, 7),
              "NP 1",
              "Bas 12 ",
              "Storgatan",
              950,
              3,
              LocalDate.of(2026, 1, 5),
              LocalDate.of(2026, 1, 6),
              2130,
              615
            }))
        .getFirst();
    assertThat(sheet.contentHash()).isEqualTo(text.contentHash());
  }

  @Test
  void layoutBHasPointsWithPointOrCommaAndAPrecision() {
    assertThat(read(
            Profile.POLICE_B,
            PoliceFiles.LAYOUT_B,
            "1;0804;59.18;15.01;Storgatan;4;PROVKÖPING;2026-03-01 10:00;2026-03-01 18:30",
            "2;0804;59,18;15,01;Storgatan;;PROVKÖPING;2026-03-01 10:00;",
            "3;0804;59.18;15.01;;;PROVKÖPING;2026-03-01 10:00:30;",
            "4;0804;;;Storgatan;;PROVKÖPING;2026-03-01 10:00;",
            "5;0804;5.9;15.01;;;PROVKÖPING;2026-03-01 10:00;2026-03-01 09:00"))
        .containsExactly(
            "0804 x1 2026-03-01 10:00 - 2026-03-01 18:30  ADDRESS",
            "0804 x1 2026-03-01 10:00 - 2026-03-01 10:00  STREET",
            "0804 x1 2026-03-01 10:00 - 2026-03-01 10:00  CENTROID",
            "0804 x1 2026-03-01 10:00 - 2026-03-01 10:00  AREA",
            "Latitude intake.row.degrees, Brottsdatumtid_slut intake.row.order");
  }

  @Test
  void pointOfALocalZoneIsTheSamePointInDegrees() {
    Sweref99.Point at = Sweref99.zone(16.5).project(15.01, 59.18);
    Mapping b = Profile.POLICE_B.mapping();
    Mapping zone = new Mapping(
        b.target(), b.columns(), b.optional(), true, "", "", Grid.ZONE_16_30, b.categories());
    Path file = PoliceFiles.text(
        folder,
        PoliceFiles.LAYOUT_B,
        "1;0804;" + at.northing() + ";" + at.easting()
            + ";Storgatan;4;Provköping;2026-03-01 10:00;",
        "2;0804;59.18;15.01;Storgatan;4;Provköping;2026-03-01 10:00;");
    List<Reading> read = readings(new Profile("zon", "Zon", zone), file);
    assertThat(read.getFirst()).isInstanceOfSatisfying(Reading.Good.class, good -> {
      assertThat(good.row().lon()).isCloseTo(15.01, within(1e-6));
      assertThat(good.row().lat()).isCloseTo(59.18, within(1e-6));
    });
    assertThat(line(read.getLast())).isEqualTo("Latitude intake.row.metres");
  }

  @Test
  void fileWithoutHeaderIsReadByTheNumbersOfItsColumns() {
    Mapping numbered = new Mapping(
        Mapping.Target.CRIMES,
        Map.of(Field.CODE, "2", Field.FROM_DAY, "1"),
        Set.of(),
        false,
        "",
        "",
        Grid.WGS84,
        Map.of());
    RawRow row = new RawRow(1, List.of("2026-03-01", "0804"));
    RowReader reader = new RowReader(numbered, RowReader.numbered(row), TODAY, "Provköping", BLIND);
    assertThat(line(reader.read(row)))
        .isEqualTo("0804 x1 2026-03-01 00:00 - 2026-03-02 00:00 dag  AREA");
  }

  @Test
  void hourThatSummerTimeSkipsIsRefusedAndTheDoubledOneIsTheFirst() {
    assertThat(read(
            Profile.POLICE_B,
            PoliceFiles.LAYOUT_B,
            "1;0804;;;;;PROVKÖPING;2026-03-29 02:30;2026-03-29 04:00",
            "2;0804;;;;;PROVKÖPING;2026-10-25 02:30;2026-10-25 02:30"))
        .containsExactly(
            "Brottsdatumtid_start intake.row.skippedHour",
            "0804 x1 2026-10-25 02:30 - 2026-10-25 02:30  AREA");
  }

  @Test
  void encodingsAndSeparatorsDoNotMatter() {
    String row = "1;1210;Skadegörelse;2026-02-18;2026-02-18;Provköping;Län;9999A1010;1";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      assertThat(show(
              Profile.POLICE_DELIVERY,
              PoliceFiles.text(folder, charset, PoliceFiles.DELIVERY, row)))
          .containsExactly("1210 x1 2026-02-18 00:00 - 2026-02-19 00:00 dag 9999A1010 AREA");
    }
    assertThat(show(
            Profile.POLICE_DELIVERY,
            PoliceFiles.text(folder, "\ufeff" + PoliceFiles.DELIVERY, row)))
        .hasSize(1);
    for (String separator : List.of(",", "\t", "|")) {
      assertThat(show(
              Profile.POLICE_DELIVERY,
              PoliceFiles.text(
                  folder,
                  PoliceFiles.DELIVERY.replace(";", separator),
                  row.replace(";", separator))))
          .hasSize(1);
    }
  }

  @Test
  void whatCannotBeReadIsShownAfterTheGuard() {
    TextGuard masking =
        text -> new TextGuard.Guarded(text.replaceAll("[0-9]{6}-[0-9]{4}", "▮"), List.of());
    List<Reading> read = new ArrayList<>();
    RowReader[] reader = new RowReader[1];
    Tables.read(
        PoliceFiles.text(
            folder, PoliceFiles.DELIVERY, "1;811218-9876;;2026-02-18;2026-02-18;Provköping;;;1"),
        raw -> {
          if (reader[0] == null) {
            reader[0] =
                new RowReader(Profile.POLICE_DELIVERY.mapping(), raw, TODAY, "Provköping", masking);
          } else {
            read.add(reader[0].read(raw));
          }
        });
    assertThat(read).singleElement().isInstanceOfSatisfying(Reading.Wrong.class, wrong -> {
      assertThat(wrong.problems().getFirst().number()).isEqualTo(2);
      assertThat(wrong.problems().getFirst().arguments()).containsExactly("▮");
    });
  }

  @Test
  void fileOfAnotherProfileIsRefusedWithTheColumnsItLacks() {
    assertThatThrownBy(() -> read(Profile.POLICE_B, PoliceFiles.LAYOUT_A, "x"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("Latitude, Longitude");
    assertThatThrownBy(() -> read(Profile.POLICE_A, PoliceFiles.LAYOUT_A + ";brottskod", "x"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("twice");
  }

  private List<String> read(Profile profile, String... lines) {
    return show(profile, PoliceFiles.text(folder, lines));
  }

  private List<String> show(Profile profile, Path file) {
    return readings(profile, file).stream().map(RowReaderTest::line).toList();
  }

  private List<FileRow> rows(Profile profile, Path file) {
    return readings(profile, file).stream()
        .map(reading -> ((Reading.Good) reading).row())
        .toList();
  }

  private static List<Reading> readings(Profile profile, Path file) {
    List<Reading> read = new ArrayList<>();
    RowReader[] reader = new RowReader[1];
    Tables.read(file, raw -> {
      if (reader[0] == null) {
        reader[0] = new RowReader(profile.mapping(), raw, TODAY, "Provköping", BLIND);
      } else {
        read.add(reader[0].read(raw));
      }
    });
    return read;
  }

  private static String line(Reading reading) {
    return switch (reading) {
      case Reading.Elsewhere() -> "annan kommun";
      case Reading.LeftOut() -> "utelämnad";
      case Reading.Wrong(var problems) ->
        problems.stream()
            .map(problem -> problem.field() + " " + problem.messageKey())
            .collect(Collectors.joining(", "));
      case Reading.Good(FileRow row, boolean before) ->
        "%s x%d %s - %s%s %s %s"
            .formatted(
                row.code(),
                row.offences(),
                local(row.from()),
                local(row.to()),
                row.dayOnly() ? " dag" : "",
                row.areaCode(),
                row.precision());
    };
  }

  private static String local(java.time.Instant at) {
    return at.atZone(IsoWeek.ZONE).toLocalDateTime().toString().replace('T', ' ');
  }
}
