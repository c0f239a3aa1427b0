package se.samlad.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import se.samlad.ground.storage.DatabaseRoles;
import se.samlad.ground.storage.Settings;
import se.samlad.ground.storage.postgres.Durability;
import se.samlad.ground.storage.postgres.EmbeddedPostgres;

/** The database a command runs on: the built-in one, started, taken over or shared with a running Samlad, or the municipality's own. */
final class Storage implements AutoCloseable {

  private static final String DATABASE = "samlad";

  private final Settings.Database database;
  private final java.util.Optional<EmbeddedPostgres> server;

  private Storage(Settings.Database database, java.util.Optional<EmbeddedPostgres> server) {
    this.database = database;
    this.server = server;
  }

  /** For the server process: refuses when another Samlad runs on the data folder. */
  static Storage toServe(Settings settings) throws SQLException {
    return settings.database().isPresent()
        ? own(settings.database().get())
        : embedded(EmbeddedPostgres.start(where(settings)));
  }

  /** For a command, also while the server runs. */
  static Storage toWork(Settings settings) throws SQLException {
    return settings.database().isPresent()
        ? own(settings.database().get())
        : embedded(EmbeddedPostgres.open(where(settings)));
  }

  /** The Spring properties that point the application here. */
  Map<String, Object> properties() {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", DatabaseRoles.WEB,
        "spring.datasource.password",
            DatabaseRoles.password(database.password(), DatabaseRoles.WEB),
        "spring.flyway.url", database.url(),
        "spring.flyway.user", database.user(),
        "spring.flyway.password", database.password());
  }

  /** A connection of the owner, not bound by row-level security: for backup, restore and the checks of doctor. */
  Connection asOwner() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  /** Whether there is a municipality that is no demo. */
  boolean holdsRealData() throws SQLException {
    try (Connection owner = asOwner()) {
      return holdsRealData(owner);
    }
  }

  static boolean holdsRealData(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      try (ResultSet table =
          statement.executeQuery("select to_regclass('samlad.municipality') is not null")) {
        if (!table.next() || !table.getBoolean(1)) {
          return false;
        }
      }
      try (ResultSet real = statement.executeQuery(
          "select exists (select 1 from samlad.municipality where not demo)")) {
        return real.next() && real.getBoolean(1);
      }
    }
  }

  /** Brings the schema to a version, {@code latest} being the newest this build knows; never back. */
  void migrateTo(String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .schemas("drift")
        .defaultSchema("drift")
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  Settings.Database database() {
    return database;
  }

  @Override
  public void close() {
    server.ifPresent(EmbeddedPostgres::close);
  }

  private static EmbeddedPostgres.Settings where(Settings settings) {
    return new EmbeddedPostgres.Settings(settings.data(), OptionalInt.empty(), false);
  }

  private static Storage own(Settings.Database database) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      Durability.require(connection);
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 15) {
        throw new SQLException(
            "Databasen är PostgreSQL " + version + "; Samlad kräver 15 eller nyare.");
      }
    }
    DatabaseRoles.prepare(database.url(), database.user(), database.password());
    return new Storage(database, java.util.Optional.empty());
  }

  private static Storage embedded(EmbeddedPostgres server) throws SQLException {
    String password = DatabaseRoles.password(server.superuserPassword(), DatabaseRoles.OWNER);
    try {
      DatabaseRoles.createDatabase(
          server.jdbcUrl("postgres"),
          server.superuser(),
          server.superuserPassword(),
          DATABASE,
          password);
      DatabaseRoles.prepare(server.jdbcUrl(DATABASE), DatabaseRoles.OWNER, password);
    } catch (SQLException e) {
      server.close();
      throw e;
    }
    return new Storage(
        new Settings.Database(server.jdbcUrl(DATABASE), DatabaseRoles.OWNER, password),
        java.util.Optional.of(server));
  }
}
