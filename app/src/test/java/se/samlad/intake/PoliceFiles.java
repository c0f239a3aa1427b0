package se.samlad.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files in the three layouts with made up values: written by hand in the tests that need a certain row, and in any size by a seed. */
public final class PoliceFiles {

  public static final String DELIVERY =
      "Id;Brottskod;Brottskod klartext;Inskrivningsdatum;Brottsdatum;Kommun;Län;DeSO-område;Antal";
  public static final String LAYOUT_A =
      "Inskrivningsdatum;Näpo;Basområde;Gata;Brottskod;Antal;Brottsdag start;Brottsdag slut;Brottstid start;Brottstid slut";
  public static final String LAYOUT_B =
      "ID;BROTTSKOD;LATITUDE;LONGITUDE;GATA;GATUNR;KOMMUN;BROTTSDATUMTID_START;BROTTSDATUMTID_SLUT";

  private PoliceFiles() {}

  public static Path text(Path folder, String... lines) {
    return text(folder, StandardCharsets.UTF_8, lines);
  }

  public static Path text(Path folder, Charset charset, String... lines) {
    return bytes(folder, "fil.csv", (String.join("\r\n", lines) + "\r\n").getBytes(charset));
  }

  public static Path bytes(Path folder, String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A workbook of one sheet; a LocalDate becomes a date cell, a Number a number. */
  public static Path workbook(Path folder, Object[]... rows) {
    Path file = folder.resolve("fil.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Prov", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Blad1");
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          cell(sheet, r, c, rows[r][c]);
        }
      }
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void cell(Worksheet sheet, int r, int c, Object value) {
    switch (value) {
      case LocalDate day -> {
        sheet.value(r, c, day);
        sheet.style(r, c).format("m/d/yy").set();
      }
      case Number number -> sheet.value(r, c, number);
      default -> sheet.value(r, c, value.toString());
    }
  }

  /** Rows of the delivery: codes, areas and days drawn by the seed, some without area, some equal to another but for the id. */
  public static List<String> deliveryRows(String municipality, int rows, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add(DELIVERY);
    String[] codes = {"1210", "1211", "0804", "1201"};
    for (int i = 1; i <= rows; i++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
      String area = random.nextInt(6) == 0
          ? ""
          : "9999" + "ABC".charAt(random.nextInt(3)) + (1000 + 10 * random.nextInt(20));
      lines.add(String.join(
          ";",
          String.valueOf(700_000 + i),
          codes[random.nextInt(codes.length)],
          "Påhittad, för prov",
          day.plusDays(random.nextInt(5)).toString(),
          day.toString(),
          municipality,
          municipality + "s län",
          area,
          "1"));
    }
    return lines;
  }

  /** Rows of layout A, with several offences in some; never in the hour that summer time skips. */
  public static List<String> layoutARows(int rows, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add(LAYOUT_A);
    for (int i = 0; i < rows; i++) {
      LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1000));
      lines.add(String.format(
          Locale.ROOT,
          "%s;NP %d;Bas %d;Påhittade gatan;%04d;%d;%s;%s;%02d%02d;",
          day.plusDays(random.nextInt(4)),
          random.nextInt(4),
          random.nextInt(40),
          800 + random.nextInt(30),
          1 + random.nextInt(3),
          day,
          day,
          3 + random.nextInt(21),
          random.nextInt(60)));
    }
    return lines;
  }
}
