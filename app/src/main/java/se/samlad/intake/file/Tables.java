package se.samlad.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file row by row, header first, whatever of the kinds it is; keeps nothing of it in memory. */
public final class Tables {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private Tables() {}

  /** Reads with encoding and separator told from the text. */
  public static void read(Path file, Consumer<RawRow> consumer) {
    read(file, TextForm.UNSAID, consumer);
  }

  /** How the text is written, as it would be read when nothing is said; a workbook has no form. */
  public static Optional<TextForm> form(Path file) {
    try {
      byte[] start = start(file);
      return Arrays.equals(start, ZIP) || Arrays.equals(start, OLD_EXCEL)
          ? Optional.empty()
          : Optional.of(TextTable.form(file, TextForm.UNSAID));
    } catch (IOException e) {
      throw new UnreadableFile("intake.file.broken");
    }
  }

  /** The first rows that are not blank. */
  public static List<RawRow> first(Path file, TextForm form, int rows) {
    List<RawRow> first = new ArrayList<>();
    try {
      read(file, form, row -> {
        first.add(row);
        if (first.size() == rows) {
          throw new Enough();
        }
      });
    } catch (Enough enough) {
      return first;
    }
    return first;
  }

  /** The reader has what it came for. */
  private static final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** Hands each row that is not blank to the consumer; what cannot be read at all is an {@link UnreadableFile}. */
  public static void read(Path file, TextForm form, Consumer<RawRow> consumer) {
    try {
      long size = Files.size(file);
      if (size == 0) {
        throw new UnreadableFile("intake.file.empty");
      }
      if (size > Limits.FILE_BYTES) {
        throw new UnreadableFile("intake.file.large", Limits.FILE_BYTES / 1_000_000);
      }
      byte[] start = start(file);
      if (Arrays.equals(start, OLD_EXCEL)) {
        throw new UnreadableFile("intake.file.oldExcel");
      }
      if (Arrays.equals(start, ZIP)) {
        WorkbookTable.read(file, consumer);
      } else {
        TextTable.read(file, form, consumer);
      }
    } catch (IOException e) {
      throw new UnreadableFile("intake.file.broken");
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  /** The text without the blanks that files carry around their cells, no-break spaces too. */
  static String trimmed(String text) {
    return text.replace('\u00a0', ' ').strip();
  }
}
