package se.samlad.demo.jdbc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inserts thousands of rows of one table at once, in the caller's transaction and within its rights: row-level security holds for these
 * rows as for any. (COPY is quicker still, but PostgreSQL refuses it on tables with row-level security.)
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkRows {

  private static final int AT_ONCE = 4_000;

  private final JdbcClient db;
  private final JsonMapper json;

  BulkRows(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Inserts the rows; all have the columns of the first. The municipality is the transaction's. */
  public void insert(String table, List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String columns = String.join(", ", rows.getFirst().keySet());
    String statement = """
        insert into samlad.%1$s (municipality_id, %2$s)
        select samlad.municipality(), %2$s
          from json_populate_recordset(null::samlad.%1$s, cast(:rows as json))
        """.formatted(table, columns);
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      List<Map<String, Object>> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      db.sql(statement).param("rows", json.writeValueAsString(some)).update();
    }
  }

  /** How many rows of each table the actor's municipality has, as far as the actor sees. */
  public Map<String, Long> count(List<String> tables) {
    return tables.stream()
        .collect(Collectors.toMap(
            table -> table,
            table ->
                db.sql("select count(*) from samlad." + table).query(Long.class).single()));
  }
}
