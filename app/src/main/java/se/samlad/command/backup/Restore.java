package se.samlad.command.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts a backup back into an empty installation, in one transaction: afterwards every table holds as many rows with the same checksum as
 * when the backup was taken, or nothing has changed.
 */
public final class Restore {

  private final List<TableContent> contents;
  private final String schemaVersion;
  private final Path file;

  private Restore(Path file, String schemaVersion, List<TableContent> contents) {
    this.file = file;
    this.schemaVersion = schemaVersion;
    this.contents = contents;
  }

  /** Something keeps the backup from being put back; the installation is as it was. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /** Reads the table of contents. */
  public static Restore of(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(Backup.CONTENTS);
      if (entry == null) {
        throw new Refused(file + " är ingen hel säkerhetskopia från Samlad.");
      }
      try (BufferedReader reader = new BufferedReader(
          new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
        List<String> lines = reader.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(Backup.FORMAT)) {
          throw new Refused(file + " är skriven i ett format som den här versionen inte läser.");
        }
        String version = lines.get(1).substring("schema\t".length());
        return new Restore(
            file, version, lines.stream().skip(3).map(TableContent::parse).toList());
      }
    }
  }

  /** The schema the backup was taken on: migrate the empty database exactly so far first. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /** Fills the database; returns the number of rows. */
  public long into(Connection owner, Consumer<String> progress) throws SQLException, IOException {
    owner.setAutoCommit(false);
    boolean done = false;
    try (Statement statement = owner.createStatement();
        ZipFile zip = new ZipFile(file.toFile())) {
      refuseUnlessEmpty(statement);
      refuseOtherTables(owner);
      Backup.plainTexts(statement);
      List<String> foreignKeys = withoutForeignKeys(statement);
      triggers(statement, "disable");
      statement.execute("truncate "
          + contents.stream()
              .map(content -> content.table().quoted())
              .collect(Collectors.joining(", ")));
      for (TableContent content : contents) {
        load(owner, zip, content);
        progress.accept(content.table() + ": " + content.rows());
      }
      for (String foreignKey : foreignKeys) {
        statement.execute(foreignKey);
      }
      triggers(statement, "enable");
      continueSequences(statement);
      for (TableContent content : contents) {
        verify(owner, content);
      }
      owner.commit();
      done = true;
    } finally {
      if (!done) {
        owner.rollback();
      }
    }
    return contents.stream().mapToLong(TableContent::rows).sum();
  }

  private void refuseUnlessEmpty(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select count(*) from samlad.municipality")) {
      row.next();
      if (row.getLong(1) > 0) {
        throw new Refused(
            "Installationen har redan en kommun. Läs tillbaka i en tom installation, till exempel med en ny mapp i SAMLAD_DATA.");
      }
    }
    String version = Backup.schemaVersion(statement);
    if (!version.equals(schemaVersion)) {
      throw new Refused("Säkerhetskopian hör till databasversion " + schemaVersion
          + " men databasen har " + version + ".");
    }
  }

  private void refuseOtherTables(Connection owner) throws SQLException {
    Set<TableContent.Table> here = new HashSet<>(TableContent.tables(owner));
    Set<TableContent.Table> saved =
        contents.stream().map(TableContent::table).collect(Collectors.toSet());
    if (!here.equals(saved)) {
      here.removeAll(saved);
      throw new Refused("Säkerhetskopian har inte samma tabeller som databasen " + here + ".");
    }
  }

  private static void load(Connection owner, ZipFile zip, TableContent content)
      throws SQLException, IOException {
    ZipEntry entry = zip.getEntry(Backup.entry(content.table()));
    if (entry == null) {
      throw new Refused("Tabellen " + content.table() + " saknas i säkerhetskopian.");
    }
    CopyIn copy = owner
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy "
            + content.table().quoted() + " (" + TableContent.list(content.columns())
            + ") from stdin");
    try (InputStream rows = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
        copy.writeToCopy(buffer, 0, read);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void verify(Connection owner, TableContent saved)
      throws SQLException, IOException {
    TableContent now =
        TableContent.read(owner, saved.table(), saved.columns(), OutputStream.nullOutputStream());
    if (!now.equals(saved)) {
      throw new Refused("Tabellen " + saved.table() + " blev inte lika: " + saved.rows()
          + " rader i säkerhetskopian, " + now.rows()
          + " efter återläsningen, eller annat innehåll. Filen är skadad; inget har ändrats.");
    }
  }

  /** Drops the foreign keys for the load and returns the statements that make and check them again. */
  private static List<String> withoutForeignKeys(Statement statement) throws SQLException {
    List<String> drop = new ArrayList<>();
    List<String> make = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("""
        select format('alter table %s drop constraint %I', conrelid::regclass, conname),
               format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          from pg_constraint
         where contype = 'f'
           and conparentid = 0
           and connamespace in ('samlad'::regnamespace, 'drift'::regnamespace)
        """)) {
      while (rows.next()) {
        drop.add(rows.getString(1));
        make.add(rows.getString(2));
      }
    }
    for (String sql : drop) {
      statement.execute(sql);
    }
    return make;
  }

  private void triggers(Statement statement, String verb) throws SQLException {
    for (TableContent content : contents) {
      statement.execute("alter table " + content.table().quoted() + " " + verb + " trigger user");
    }
  }

  private static void continueSequences(Statement statement) throws SQLException {
    List<String> set = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("""
        select format('select setval(%L, coalesce((select max(%I) from %s), 0) + 1, false)',
                      s.oid::regclass::text, a.attname, d.refobjid::regclass)
          from pg_class s
          join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
          join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
         where s.relkind = 'S'
           and s.relnamespace in ('samlad'::regnamespace, 'drift'::regnamespace)
        """)) {
      while (rows.next()) {
        set.add(rows.getString(1));
      }
    }
    for (String sql : set) {
      statement.execute(sql);
    }
  }
}
