package se.samlad.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import se.samlad.ground.storage.DatabaseRoles;
import se.samlad.ground.storage.postgres.EmbeddedPostgres;

/**
 * A real PostgreSQL for the tests of one JVM: the server Samlad ships, migrated once into a template from which each user of it gets a
 * database of its own.
 */
public final class TestDatabase {

  private static final String OWNER_PASSWORD = "only-for-tests";
  private static final String TEMPLATE = "samlad_template";
  private static final TestDatabase INSTANCE = new TestDatabase();

  private final EmbeddedPostgres server;

  private TestDatabase() {
    try {
      server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(
          Path.of("target", "test-postgres").toAbsolutePath(), OptionalInt.empty(), true));
      dropLeftOvers();
      DatabaseRoles.createDatabase(
          server.jdbcUrl("postgres"),
          server.superuser(),
          server.superuserPassword(),
          TEMPLATE,
          OWNER_PASSWORD);
      migrate(server.jdbcUrl(TEMPLATE));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    } catch (SQLException e) {
      throw new IllegalStateException("the test database did not start", e);
    }
  }

  /** A database, already migrated. */
  public record Database(String url, String ownerPassword) {

    public String webPassword() {
      return DatabaseRoles.password(ownerPassword, DatabaseRoles.WEB);
    }

    /** A connection that row-level security does not bind: for setting up and for looking behind the policies. */
    public Connection asOwner() throws SQLException {
      return DriverManager.getConnection(url, DatabaseRoles.OWNER, ownerPassword);
    }

    /** A connection of the web role, bound by row-level security, with nobody acting yet. */
    public Connection asWeb() throws SQLException {
      return DriverManager.getConnection(url, DatabaseRoles.WEB, webPassword());
    }
  }

  /** A fresh copy of the migrated database. */
  public static Database fresh() {
    return INSTANCE.copy();
  }

  private synchronized Database copy() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(
            server.jdbcUrl("postgres"), server.superuser(), server.superuserPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database " + name + " template " + TEMPLATE + " owner " + DatabaseRoles.OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException("no copy of the template", e);
    }
    return new Database(server.jdbcUrl(name), OWNER_PASSWORD);
  }

  /** Databases of an earlier run: their schema may be of another version, and they only take room. */
  private void dropLeftOvers() throws SQLException {
    try (Connection connection = DriverManager.getConnection(
            server.jdbcUrl("postgres"), server.superuser(), server.superuserPassword());
        Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("select datname from pg_database where datname = '" + TEMPLATE
              + "' or datname like 'test\\_%'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      for (String name : names) {
        statement.execute("drop database \"" + name + "\" with (force)");
      }
    }
  }

  private static void migrate(String url) throws SQLException {
    DatabaseRoles.prepare(url, DatabaseRoles.OWNER, OWNER_PASSWORD);
    Flyway.configure()
        .dataSource(url, DatabaseRoles.OWNER, OWNER_PASSWORD)
        .schemas("drift")
        .defaultSchema("drift")
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
