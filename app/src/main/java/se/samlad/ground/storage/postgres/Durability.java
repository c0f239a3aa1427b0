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
  }
}
