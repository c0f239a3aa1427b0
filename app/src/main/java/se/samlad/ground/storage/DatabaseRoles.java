package se.samlad.ground.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the database, its schemas and the three roles before the first migration, as often as one likes:
 * {@code samlad_owner} owns the tables, bypasses row-level security and serves migration, backup and restore, never the web pool;
 * {@code samlad_web} is bound by row-level security; {@code samlad_job} may list municipalities and nothing else. The passwords of the
 * latter two are derived from the owner's, so that several processes on one database agree.
 */
public final class DatabaseRoles {

  public static final String OWNER = "samlad_owner";
  public static final String WEB = "samlad_web";
  public static final String JOB = "samlad_job";

  private DatabaseRoles() {}

  /**
   * Makes role owner and database as superuser, for a server Samlad runs itself or a test.
   *
   * @param server JDBC address of a maintenance database, for example {@code jdbc:postgresql://127.0.0.1:5432/postgres}
   */
  public static void createDatabase(
      String server,
      String superuser,
      String superuserPassword,
      String database,
      String ownerPassword)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, superuser, superuserPassword);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
        statement.execute("create role " + OWNER + " login createrole bypassrls");
      }
      statement.execute(
          "alter role " + OWNER + " createrole bypassrls password " + literal(ownerPassword));
      if (!exists(statement, "select 1 from pg_database where datname = " + literal(database))) {
        statement.execute("create database " + identifier(database) + " owner " + OWNER);
      }
    }
  }

  /**
   * Makes schemas and the roles web and job inside the database, as its owner.
   *
   * @param url JDBC address of the database
   */
  public static void prepare(String url, String owner, String ownerPassword) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword);
        Statement statement = connection.createStatement()) {
      refuseWithoutBypass(statement);
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(4711, 1)");
      for (String role : List.of(WEB, JOB)) {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
          statement.execute("create role " + role + " login nobypassrls");
        }
        statement.execute(
            "alter role " + role + " password " + literal(password(ownerPassword, role)));
      }
      statement.execute("revoke create on schema public from public");
      for (String schema : List.of("samlad", "drift")) {
        statement.execute("create schema if not exists " + schema);
        statement.execute("grant usage on schema " + schema + " to " + WEB);
        statement.execute("alter default privileges in schema " + schema
            + " grant select, insert, update, delete on tables to " + WEB);
        statement.execute(
            "alter default privileges in schema " + schema + " grant usage on sequences to " + WEB);
      }
      statement.execute("grant usage on schema samlad to " + JOB);
      connection.commit();
    }
  }

  /** The password of role web or job, derived from the owner's. */
  public static String password(String ownerPassword, String role) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] derived =
          mac.doFinal(("samlad database role " + role).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", e);
    }
  }

  private static void refuseWithoutBypass(Statement statement) throws SQLException {
    if (!exists(
            statement,
            "select 1 from pg_roles where rolname = current_user and (rolbypassrls or rolsuper)")
        || !exists(
            statement,
            "select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)")) {
      throw new SQLException("Databasanvändaren saknar rättigheterna BYPASSRLS och CREATEROLE."
          + " Kör som superanvändare: alter role <användaren> bypassrls createrole;");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
