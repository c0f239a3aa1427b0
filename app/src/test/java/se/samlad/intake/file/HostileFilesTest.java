package se.samlad.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.intake.PoliceFiles;

/** Files made to hurt: each is refused with a sentence, in bounded time and memory, and none reaches anything outside itself. */
class HostileFilesTest {

  private static final String TYPES = """
      <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
  private static final String WORKBOOK = """
      <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>""";
  private static final String RELATIONS = """
      <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

  @TempDir
  Path folder;

  @Test
  void ordinaryWorkbookOfTheSameMakeIsRead() {
    assertThat(rows(zip(
            parts(sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Id</t></is></c></row>")))))
        .isEqualTo(1);
  }

  @Test
  void bombIsRefusedBeforeItIsUnpacked() {
    Map<String, byte[]> parts = parts(sheet(""));
    parts.put("xl/media/zeros.bin", new byte[60_000_000]);
    refused(zip(parts), "intake.file.bomb");
  }

  @Test
  void sizesThatTheArchiveLiesAboutAreNotBelieved() throws IOException {
    Map<String, byte[]> parts = parts(sheet(""));
    parts.put("xl/zeros.bin", new byte[5_000_000]);
    Path file = zip(parts);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes.length - 46; i++) {
      if (view.getInt(i) == 0x02014b50) {
        view.putInt(i + 24, 10); // The central directory's word on the unpacked size.
      }
    }
    refused(PoliceFiles.bytes(folder, "lie.xlsx", bytes), "intake.file");
  }

  @Test
  void manyPartsAreRefused() {
    Map<String, byte[]> parts = parts(sheet(""));
    for (int i = 0; i < 100_000; i++) {
      parts.put("x/" + i, new byte[0]);
    }
    refused(zip(parts), "intake.file.manyParts");
  }

  @Test
  void declaredDocumentTypeIsRefusedWhereverItStands() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    refused(
        zip(parts(entity + sheet("<row r=\"1\"><c r=\"A1\"><v>&e;</v></c></row>"))),
        "intake.file.doctype");
    Map<String, byte[]> types = parts(sheet(""));
    types.put("[Content_Types].xml", (entity + TYPES).getBytes(StandardCharsets.UTF_8));
    refused(zip(types), "intake.file.doctype");
    Map<String, byte[]> wide = parts(sheet(""));
    wide.put("xl/workbook.xml", (entity + WORKBOOK).getBytes(StandardCharsets.UTF_16));
    refused(zip(wide), "intake.file.doctype");
    String far = "<!--" + " ".repeat(200_000) + "-->" + entity;
    refused(zip(parts(far + sheet(""))), "intake.file.doctype");
  }

  @Test
  void macrosAndOldOrLockedWorkbooksAreRefused() {
    Map<String, byte[]> macros = parts(sheet(""));
    macros.put("xl/vbaProject.bin", new byte[10]);
    refused(zip(macros), "intake.file.macros");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    refused(PoliceFiles.bytes(folder, "old.xls", old), "intake.file.oldExcel");
  }

  @Test
  void archiveThatIsNoWorkbookAndOneCutShortAreRefused() throws IOException {
    refused(zip(Map.of("inner.csv", new byte[10])), "intake.file.noWorkbook");
    byte[] whole = Files.readAllBytes(zip(parts(sheet(""))));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    refused(PoliceFiles.bytes(folder, "half.xlsx", half), "intake.file.broken");
  }

  @Test
  void cornerCellFarOutIsRefused() {
    refused(
        zip(parts(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"))),
        "intake.file.manyColumns");
    refused(
        zip(parts(sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"))),
        "intake.file.manySheetRows");
  }

  @Test
  void numberWithABillionDigitsStaysShort() {
    assertThat(rows(zip(parts(sheet("<row r=\"1\"><c r=\"A1\"><v>1e1000000000</v></c></row>")))))
        .isEqualTo(1);
  }

  @Test
  void lineOf64MegabytesIsRefused() throws IOException {
    Path file = folder.resolve("line.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("Id;Brottskod\r\n".getBytes(StandardCharsets.UTF_8));
      byte[] part = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(part);
      }
    }
    refused(file, "intake.file.brokenRow");
  }

  @Test
  void quoteThatNeverEndsAndTooManyColumnsAreRefused() {
    String endless = "\"" + "x;".repeat(200_000);
    refused(PoliceFiles.text(folder, "Id;Kod", "1;" + endless), "intake.file.brokenRow");
    refused(PoliceFiles.text(folder, ";".repeat(200_000)), "intake.file.brokenRow");
  }

  @Test
  void nulAndRandomBytesGiveRowsOrARefusalButNeverAFault() {
    assertThat(rows(PoliceFiles.text(folder, "Id;Kod", "1;\0"))).isEqualTo(2);
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[2000];
      random.nextBytes(noise);
      if (i % 2 == 0) {
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, noise, 0, 4);
      }
      Path file = PoliceFiles.bytes(folder, "noise", noise);
      try {
        rows(file);
      } catch (UnreadableFile refused) {
        assertThat(refused.messageKey()).startsWith("intake.file.");
      }
    }
  }

  private void refused(Path file, String key) {
    assertThatThrownBy(() -> rows(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class, refused -> assertThat(refused.messageKey()).startsWith(key));
  }

  private static int rows(Path file) {
    AtomicInteger count = new AtomicInteger();
    Tables.read(file, row -> count.incrementAndGet());
    return count.get();
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows + "</sheetData></worksheet>";
  }

  private static Map<String, byte[]> parts(String sheet) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
    parts.put("xl/workbook.xml", WORKBOOK.getBytes(StandardCharsets.UTF_8));
    parts.put("xl/_rels/workbook.xml.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
    parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  private Path zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return PoliceFiles.bytes(folder, "fil.xlsx", bytes.toByteArray());
  }
}
