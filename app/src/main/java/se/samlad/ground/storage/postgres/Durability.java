package se.samlad.ground.storage.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What makes a commit hold through a crash. A database with any of it off is refused, the municipality's own as well. */
public final class Durability {

  private static final List<String> SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  /** A role or a database may carry a weaker setting of its own, which this connection would not show. */
  private static final String WEAKENED = """
      select coalesce(r.rolname, d.datname, 'alla'), setting
        from pg_db_role_setting s
       cross join unnest(s.setconfig) as setting
        left join pg_roles r on r.oid = s.setrole
        left join pg_database d on d.oid = s.setdatabase
       where setting ~* '^(fsync|synchronous_commit|full_page_writes)=(off|false|no|0|of|f|n)$'
       limit 1
      """;

  private Durability() {}

  /** Refuses a database that may lose what it has acknowledged. */
  public static void require(Connection connection) throws SQLException {
    for (String setting : SETTINGS) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show " + setting)) {
        row.next();
        if (row.getString(1).equals("off")) {
          throw new SQLException("Databasen har " + setting
              + " avstängt och kan tappa bekräftade rapporter vid ett strömavbrott."
              + " Slå på den (alter system set " + setting
              + " = on; select pg_reload_conf();) och starta om Samlad.");
        }
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WEAKENED)) {
      if (row.next()) {
        throw new SQLException(
            "Databasen har " + row.getString(2) + " för " + row.getString(1)
                + " och kan tappa bekräftade rapporter vid ett strömavbrott."
                + " Ta bort inställningen (alter role eller alter database ... reset) och starta om Samlad.");
      }
    }
  }
}
