package se.samlad.ground.privacy.names;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A file of name statistics: CSV (comma, semicolon or tab; UTF-8 or Windows-1252; also gzip) or XLSX, with a name and its number of bearers
 * on each row, as Statistics Sweden publishes them. Titles, notes and rows without a number are passed over and counted.
 */
public final class NameFile {

  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}'’.]*(?:[ -]\\p{L}[\\p{L}'’.]*){0,3}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:[ \u00a0.]?[0-9]{3}){0,2}");
  private static final Pattern GIVEN_WORDS = Pattern.compile(
      "given|first|f(?:ö|o)rnamn|tilltalsnamn|women|men|kvinnor|m(?:ä|a)n|flick|pojk");
  private static final Pattern SURNAME_WORDS = Pattern.compile("surname|last|efternamn");

  private NameFile() {}

  /** What a file holds. */
  public enum Kind {
    GIVEN,
    SURNAME;

    /** What the file's name says it holds. */
    public static Optional<Kind> of(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (SURNAME_WORDS.matcher(name).find()) {
        return Optional.of(SURNAME);
      }
      return GIVEN_WORDS.matcher(name).find() ? Optional.of(GIVEN) : Optional.empty();
    }
  }

  /**
   * What was read.
   *
   * @param names rows with a name and a number
   * @param others rows passed over
   */
  public record Read(int names, int others) {}

  /** Adds the names of the file. */
  public static Read read(Path file, Kind kind, NameIndex.Builder into) throws IOException {
    int names = 0;
    List<List<String>> rows =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? sheets(file) : lines(file);
    for (List<String> row : rows) {
      names += add(row, kind, into) ? 1 : 0;
    }
    return new Read(names, rows.size() - names);
  }

  private static boolean add(List<String> row, Kind kind, NameIndex.Builder into) {
    Optional<String> name =
        row.stream().filter(cell -> NAME.matcher(cell).matches()).findFirst();
    Optional<String> number =
        row.reversed().stream().filter(cell -> NUMBER.matcher(cell).matches()).findFirst();
    if (name.isEmpty() || number.isEmpty()) {
      return false;
    }
    int bearers = Integer.parseInt(number.get().replaceAll("[^0-9]", ""));
    if (kind == Kind.GIVEN) {
      into.given(name.get(), bearers);
    } else {
      into.surname(name.get(), bearers);
    }
    return true;
  }

  private static List<List<String>> lines(Path file) throws IOException {
    try (InputStream in = opened(file)) {
      String text = decoded(in.readAllBytes());
      String separator = separator(text);
      return text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> Arrays.stream(line.split(separator))
              .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
              .toList())
          .toList();
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return zipped ? new GZIPInputStream(in) : in;
  }

  private static String separator(String text) {
    return Stream.of(";", "\t", ",")
        .max((a, b) -> Long.compare(rowsOfTwo(text, a), rowsOfTwo(text, b)))
        .orElse(",");
  }

  private static long rowsOfTwo(String text, String separator) {
    return text.lines().limit(200).filter(line -> line.contains(separator)).count();
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException olderEncoding) {
      // Swedish authorities' older files are in Windows-1252, where every byte is a letter.
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static List<List<String>> sheets(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (var sheet : book.getSheets().toList()) {
        try (Stream<Row> each = sheet.openStream()) {
          each.map(row -> row.stream()
                  .map(cell -> cell == null ? "" : cell.getText().strip())
                  .toList())
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }
}
