package se.samlad.intake.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Text with a separator: UTF-8, UTF-16 with its mark, or Windows-1252; semicolon, comma, tab or bar. */
final class TextTable {

  private static final char[] SEPARATORS = {';', '\t', ',', '|'};

  private TextTable() {}

  /** The form with what it left unsaid told from the file. */
  static TextForm form(Path file, TextForm said) throws IOException {
    Charset charset =
        said.encoding().isEmpty() ? Encoding.of(file) : Charset.forName(said.encoding());
    return said.separator().isEmpty()
        ? new TextForm(charset.name(), String.valueOf(separator(file, charset)))
        : new TextForm(charset.name(), said.separator());
  }

  static void read(Path file, TextForm said, Consumer<RawRow> consumer) throws IOException {
    TextForm form = form(file, said);
    Charset charset = Charset.forName(form.encoding());
    char separator = form.separator().charAt(0);
    int line = 1;
    try (Reader in = Encoding.open(file, charset);
        CsvReader<CsvRecord> records = CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .maxBufferSize(Limits.ROW_CHARACTERS + Limits.CELL_CHARACTERS)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(Limits.COLUMNS)
                    .maxFieldSize(Limits.CELL_CHARACTERS)
                    .maxRecordSize(Limits.ROW_CHARACTERS)
                    .build(),
                in)) {
      int rows = 0;
      for (CsvRecord read : records) {
        line = (int) read.getStartingLineNumber();
        if (rows++ > Limits.TEXT_ROWS) {
          throw new UnreadableFile("intake.file.manyRows", Limits.TEXT_ROWS);
        }
        RawRow row =
            new RawRow(line, read.getFields().stream().map(Tables::trimmed).toList());
        if (!row.blank()) {
          consumer.accept(row);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new UnreadableFile("intake.file.brokenRow", line);
    }
  }

  /** The separator that parts the first line most often. */
  private static char separator(Path file, Charset charset) throws IOException {
    char[] first = new char[Limits.ROW_CHARACTERS];
    int length;
    try (BufferedReader in = new BufferedReader(Encoding.open(file, charset))) {
      length = in.read(first);
    }
    char best = ';';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int count = 0;
      for (int i = 0; i < length && first[i] != '\n' && first[i] != '\r'; i++) {
        if (first[i] == candidate) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
