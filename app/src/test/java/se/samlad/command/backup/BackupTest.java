package se.samlad.command.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.support.TestDatabase;

class BackupTest {

  @TempDir
  Path folder;

  private final TestDatabase.Database from = TestDatabase.fresh();
  private Path file;

  @BeforeEach
  void someMunicipalities() throws Exception {
    file = folder.resolve("kopia.samlad");
    execute(from, """
        insert into samlad.municipality (municipality_id, slug, name)
        select gen_random_uuid(), 'k' || n, 'Kommun' || chr(10) || E'\\t\\\\ ö ' || n
          from generate_series(1, 50) n
        """);
  }

  @Test
  void restoredInstallationHoldsTheSameRowsInEveryTable() throws Exception {
    Backup.Taken taken = take(from);
    TestDatabase.Database to = TestDatabase.fresh();

    long rows = restore(to);

    assertThat(rows).isEqualTo(taken.rows());
    assertThat(fingerprints(to)).isEqualTo(fingerprints(from)).hasSize(taken.tables());
    assertThat(one(to, "select count(*) from samlad.municipality")).isEqualTo("50");
    assertThat(
            one(
                to,
                "select string_agg(encode(secret, 'hex'), ',' order by name) from drift.installation_key"))
        .as("the keys come along, or repeated reports could not be told")
        .isEqualTo(
            one(
                from,
                "select string_agg(encode(secret, 'hex'), ',' order by name) from drift.installation_key"));
    assertThat(foreignKeys(to)).isEqualTo(foreignKeys(from));
  }

  @Test
  void backupIsOfOneMomentWhileOthersWrite() throws Exception {
    AtomicBoolean go = new AtomicBoolean(true);
    CountDownLatch writing = new CountDownLatch(20);
    Thread writer = Thread.ofPlatform().start(() -> {
      try (Connection connection = from.asOwner();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        for (int n = 0; go.get(); n++) {
          statement.execute("insert into drift.pulse (process) values ('a" + n + "')");
          statement.execute(
              "insert into samlad.municipality (municipality_id, slug, name) values (gen_random_uuid(), 'a"
                  + n + "', 'Aby')");
          connection.commit();
          writing.countDown();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    writing.await();
    take(from);
    go.set(false);
    writer.join();

    TestDatabase.Database to = TestDatabase.fresh();
    restore(to);
    assertThat(one(to, "select count(*) from drift.pulse where process like 'a%'"))
        .isEqualTo(one(to, "select count(*) from samlad.municipality where slug like 'a%'"));
  }

  @Test
  void damagedFileChangesNothing() throws Exception {
    take(from);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path rows = zip.getPath("tabeller", "samlad.municipality.copy");
      String text = Files.readString(rows);
      Files.writeString(rows, text.replaceFirst("k17", "k71x"), StandardCharsets.UTF_8);
    }
    TestDatabase.Database to = TestDatabase.fresh();
    Map<String, String> before = fingerprints(to);

    assertThatThrownBy(() -> restore(to))
        .isInstanceOf(Restore.Refused.class)
        .hasMessageContaining("samlad.municipality blev inte lika");
    assertThat(fingerprints(to)).isEqualTo(before);
  }

  @Test
  void installationInUseIsNotOverwritten() throws Exception {
    take(from);
    assertThatThrownBy(() -> restore(from))
        .isInstanceOf(Restore.Refused.class)
        .hasMessageContaining("redan en kommun");
    assertThat(one(from, "select count(*) from samlad.municipality")).isEqualTo("50");
  }

  @Test
  void backupIsReadableByItsOwnerAloneAndNeverOverwrites() throws Exception {
    take(from);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> take(from)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.toFile().list()).containsExactly("kopia.samlad");
  }

  private Backup.Taken take(TestDatabase.Database database) throws Exception {
    try (Connection owner = database.asOwner()) {
      return Backup.take(owner, file, row -> {});
    }
  }

  private long restore(TestDatabase.Database database) throws Exception {
    try (Connection owner = database.asOwner()) {
      return Restore.of(file).into(owner, row -> {});
    }
  }

  private static Map<String, String> fingerprints(TestDatabase.Database database) throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Connection owner = database.asOwner()) {
      for (TableContent.Table table : TableContent.tables(owner)) {
        TableContent content = TableContent.read(
            owner, table, TableContent.columns(owner, table), OutputStream.nullOutputStream());
        all.put(table.toString(), content.rows() + " " + content.checksum());
      }
    }
    return all;
  }

  private static String foreignKeys(TestDatabase.Database database) throws Exception {
    return one(database, """
        select count(*) || ' ' || md5(string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid), '' order by conrelid::regclass::text, conname))
          from pg_constraint
         where contype = 'f'
        """);
  }

  private static void execute(TestDatabase.Database database, String sql) throws Exception {
    try (Connection owner = database.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(TestDatabase.Database database, String sql) throws Exception {
    try (Connection owner = database.asOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
