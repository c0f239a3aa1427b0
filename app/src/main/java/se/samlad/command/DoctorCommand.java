package se.samlad.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.samlad.ground.storage.DatabaseRoles;
import se.samlad.ground.storage.Settings;
import se.samlad.ground.storage.postgres.Durability;

/** {@code samlad doctor}: checks an installation, a row each; 0 only when nothing is wrong. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Kontrollerar installationen, rad för rad. Avslutar med 1 om något är fel.")
final class DoctorCommand implements Callable<Integer> {

  private static final long LITTLE_DISK = 5;

  /** A check: true is well. */
  record Finding(boolean well, String name, String fact) {}

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.read(System.getenv());
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(Runtime.version().feature() >= 21, "Java", Runtime.version().toString()));
    findings.add(disk(settings.data()));
    try (Storage storage = Storage.toWork(settings)) {
      storage.migrateTo("latest");
      try (Connection owner = storage.asOwner()) {
        findings.addAll(database(owner));
      }
    } catch (SQLException | IllegalStateException e) {
      findings.add(new Finding(false, "Databas", Failure.sentence(e)));
    }
    return print(findings, System.out);
  }

  static int print(List<Finding> findings, PrintStream out) {
    findings.forEach(finding -> out.printf(
        "%-4s %-28s %s%n", finding.well() ? "OK" : "FEL", finding.name(), finding.fact()));
    long wrong = findings.stream().filter(finding -> !finding.well()).count();
    out.println(wrong == 0 ? "Allt är som det ska." : wrong + " fel.");
    return wrong == 0 ? 0 : 1;
  }

  static List<Finding> database(Connection owner) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    int version = owner.getMetaData().getDatabaseMajorVersion();
    findings.add(
        new Finding(version >= 15, "PostgreSQL", owner.getMetaData().getDatabaseProductVersion()));
    findings.add(durability(owner));
    findings.add(none(
        owner, "Roller utan för mycket rätt", """
        select rolname
          from pg_roles
         where rolname in ('%s', '%s')
           and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb)
        """.formatted(DatabaseRoles.WEB, DatabaseRoles.JOB)));
    findings.add(
        none(owner, "Rollerna finns", """
        select name
          from unnest(array['%s', '%s']) as name
         where not exists (select 1 from pg_roles where rolname = name)
        """.formatted(DatabaseRoles.WEB, DatabaseRoles.JOB)));
    findings.add(none(owner, "Radskydd på alla tabeller", """
        select relname
          from pg_class
         where relnamespace = 'samlad'::regnamespace
           and relkind in ('r', 'p')
           and not (relrowsecurity and relforcerowsecurity)
        """));
    findings.add(none(owner, "Räckvidd sagd för alla", """
        select relname
          from pg_class
         where relnamespace = 'samlad'::regnamespace
           and relkind in ('r', 'p')
           and not relispartition
           and relname not in (select table_name from drift.table_reach)
        """));
    findings.add(none(owner, "Databasändringar hela", """
        select coalesce(version, description)
          from drift.flyway_schema_history
         where not success
        """));
    return findings;
  }

  private static Finding durability(Connection owner) {
    try {
      Durability.require(owner);
      return new Finding(
          true, "Hållbar vid strömavbrott", "fsync, synchronous_commit, full_page_writes på");
    } catch (SQLException e) {
      return new Finding(false, "Hållbar vid strömavbrott", String.valueOf(e.getMessage()));
    }
  }

  private static Finding none(Connection owner, String name, String exceptions)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(exceptions)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return new Finding(found.isEmpty(), name, found.isEmpty() ? "ja" : "inte " + found);
  }

  private static Finding disk(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileStore store = Files.getFileStore(folder);
    long percent = 100 * store.getUsableSpace() / Math.max(1, store.getTotalSpace());
    return new Finding(
        percent > LITTLE_DISK && Files.isWritable(folder),
        "Disk",
        percent + " % ledigt för " + folder);
  }
}
