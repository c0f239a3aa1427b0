package se.samlad.command.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Takes a backup (Swedish: säkerhetskopia) at one moment of the database, also while others write. The file appears when it is whole. */
public final class Backup {

  static final String CONTENTS = "innehall.tsv";
  static final String FORMAT = "samlad-backup\t1";

  private Backup() {}

  /** What was written. */
  public record Taken(int tables, long rows, long bytes) {}

  /**
   * Writes all rows to a new file that only its owner may read.
   *
   * @param owner a connection that row-level security does not bind
   */
  public static Taken take(Connection owner, Path file, Consumer<String> progress)
      throws SQLException, IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(
          file + " finns redan; en säkerhetskopia skriver inte över.");
    }
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(
        folder,
        ".samlad-",
        ".del",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      List<TableContent> contents = write(owner, draft, progress);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return new Taken(
          contents.size(), contents.stream().mapToLong(TableContent::rows).sum(), Files.size(file));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static List<TableContent> write(Connection owner, Path draft, Consumer<String> progress)
      throws SQLException, IOException {
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement();
        ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      statement.execute("set transaction isolation level repeatable read, read only");
      plainTexts(statement);
      StringBuilder lines = new StringBuilder(FORMAT)
          .append('\n')
          .append("schema\t")
          .append(schemaVersion(statement))
          .append('\n')
          .append("taken\t")
          .append(Instant.now())
          .append('\n');
      List<TableContent> contents = new ArrayList<>();
      for (TableContent.Table table : TableContent.tables(owner)) {
        zip.putNextEntry(new ZipEntry(entry(table)));
        TableContent content =
            TableContent.read(owner, table, TableContent.columns(owner, table), new KeptOpen(zip));
        zip.closeEntry();
        contents.add(content);
        lines.append(content.line()).append('\n');
        progress.accept(table + ": " + content.rows());
      }
      zip.putNextEntry(new ZipEntry(CONTENTS));
      zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return contents;
    } finally {
      owner.rollback();
    }
  }

  /** Values are written the same way whatever the client's own settings are. */
  static void plainTexts(Statement statement) throws SQLException {
    statement.execute("set local timezone = 'UTC'");
    statement.execute("set local datestyle = 'ISO, YMD'");
    statement.execute("set local intervalstyle = 'iso_8601'");
    statement.execute("set local extra_float_digits = 3");
    statement.execute("set local statement_timeout = 0");
  }

  static String schemaVersion(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("""
        select version
          from drift.flyway_schema_history
         where success and version is not null
         order by installed_rank desc
         limit 1
        """)) {
      if (!row.next()) {
        throw new SQLException("Databasen är tom: starta Samlad en gång först.");
      }
      return row.getString(1);
    }
  }

  static String entry(TableContent.Table table) {
    return "tabeller/" + table + ".copy";
  }

  private static final class KeptOpen extends FilterOutputStream {

    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      out.write(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
