package se.samlad.intake.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an XLSX workbook. Dates become 2026-11-24 or 2026-11-24 21:40, whatever way the sheet shows them. */
final class WorkbookTable {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private WorkbookTable() {}

  static void read(Path file, Consumer<RawRow> consumer) throws IOException {
    boolean styles = WorkbookGuard.inspect(file);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(styles, true));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row -> {
        if (row.getRowNum() > Limits.SHEET_ROWS + 1) {
          throw new UnreadableFile("intake.file.manySheetRows", Limits.SHEET_ROWS);
        }
        RawRow raw = new RawRow(row.getRowNum(), cells(row));
        if (!raw.blank()) {
          consumer.accept(raw);
        }
      });
    } catch (UnreadableFile refused) {
      throw refused;
    } catch (ExcelReaderException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException
        | java.util.NoSuchElementException e) {
      // The reader has no single way to say that a workbook is broken.
      throw new UnreadableFile("intake.file.broken");
    }
  }

  private static List<String> cells(Row row) {
    if (row.getCellCount() > Limits.COLUMNS) {
      throw new UnreadableFile("intake.file.manyColumns", Limits.COLUMNS);
    }
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (Cell cell : row) {
      cells.add(cell == null ? "" : Tables.trimmed(text(cell)));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      LocalDateTime at = cell.asDate();
      return (at.toLocalTime().toSecondOfDay() == 0 ? DAY : MOMENT).format(at);
    }
    if (cell.getType() == CellType.NUMBER) {
      return plain(cell.asNumber());
    }
    String text = cell.getText();
    if (text.length() > Limits.CELL_CHARACTERS) {
      throw new UnreadableFile("intake.file.longCell", cell.getAddress());
    }
    return text;
  }

  private static String plain(BigDecimal number) {
    // A number like 1e1000000000 has no plain form that fits in memory.
    return Math.abs((long) number.scale()) > 400
        ? number.toString()
        : number.stripTrailingZeros().toPlainString();
  }

  /** Whether a number format shows days: it has a year or a day outside quotes and brackets. */
  private static boolean isDate(String format) {
    if (format == null) {
      return false;
    }
    String bare =
        format.replaceAll("\"[^\"]*+\"|\\[[^\\]]*+\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return bare.contains("y") || bare.contains("å") || bare.contains("d");
  }
}
