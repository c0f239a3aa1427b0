package se.samlad.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Row errors as sentences, on a page or as a file to mend by. */
@Component
public class RowProblems {

  private static final int PAGE = 1000;

  private final Imports imports;
  private final MessageSource messages;

  RowProblems(Imports imports, MessageSource messages) {
    this.imports = imports;
    this.messages = messages;
  }

  public String sentence(RowProblem problem, Locale locale) {
    return problem.field() + ": "
        + messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
  }

  /** Writes all kept errors of an import as CSV with row, field and sentence; no cell can be taken for a formula. */
  public void write(java.util.UUID id, Appendable out, Locale locale) {
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(new AppendingWriter(out))) {
      csv.writeRecord(
          messages.getMessage("intake.errors.row", null, locale),
          messages.getMessage("intake.errors.field", null, locale),
          messages.getMessage("intake.errors.why", null, locale));
      List<RowProblem> page = imports.errors(id, PAGE, 0);
      for (int offset = PAGE; !page.isEmpty(); offset += PAGE) {
        page.forEach(problem -> csv.writeRecord(
            String.valueOf(problem.number()),
            unformulated(problem.field()),
            unformulated(
                messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale))));
        page = page.size() < PAGE ? List.of() : imports.errors(id, PAGE, offset);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an apostrophe before what a spreadsheet would take for a formula. */
  static String unformulated(String text) {
    String start = text.stripLeading();
    boolean formula = !text.isEmpty()
        && ("\t\r\n".indexOf(text.charAt(0)) >= 0
            || !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0);
    return formula ? "'" + text : text;
  }

  /** A writer on whatever the caller writes to, which it does not close. */
  private static final class AppendingWriter extends java.io.Writer {

    private final Appendable out;

    AppendingWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      out.append(java.nio.CharBuffer.wrap(buffer, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
