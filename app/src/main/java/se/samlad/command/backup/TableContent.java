package se.samlad.command.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What a table holds: its number of rows and a sum over the rows' SHA-256, which is the same in whatever order the rows lie.
 *
 * @param columns stored columns in order; generated ones are computed again by the database
 */
record TableContent(Table table, List<String> columns, long rows, String checksum) {

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  /** A table with its schema. */
  record Table(String schema, String name) {

    String quoted() {
      return quote(schema) + "." + quote(name);
    }

    @Override
    public String toString() {
      return schema + "." + name;
    }
  }

  /** All tables but the migration history, which the restoring version writes itself. */
  static List<Table> tables(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("""
            select n.nspname, c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('samlad', 'drift')
               and c.relkind in ('r', 'p')
               and not c.relispartition
               and c.relname <> 'flyway_schema_history'
             order by n.nspname, c.relname
            """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  static List<String> columns(Connection connection, Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("""
        select attname
          from pg_attribute
         where attrelid = cast(? as regclass)
           and attnum > 0
           and not attisdropped
           and attgenerated = ''
         order by attnum
        """)) {
      statement.setString(1, table.quoted());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  /** Reads a whole table, row by row, and writes what it reads to the stream. */
  static TableContent read(
      Connection connection, Table table, List<String> columns, OutputStream into)
      throws SQLException, IOException {
    CopyOut copy = connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (select " + list(columns) + " from " + table.quoted() + ") to stdout");
    Sum sum = new Sum();
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        sum.add(row);
        into.write(row);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    return new TableContent(table, columns, sum.rows, sum.text());
  }

  static String list(List<String> columns) {
    return columns.stream().map(TableContent::quote).collect(Collectors.joining(", "));
  }

  /** A line of the table of contents. */
  String line() {
    return String.join(
        "\t",
        table.schema(),
        table.name(),
        Long.toString(rows),
        checksum,
        String.join(",", columns));
  }

  static TableContent parse(String line) {
    String[] parts = line.split("\t", -1);
    return new TableContent(
        new Table(parts[0], parts[1]),
        List.of(parts[4].split(",")),
        Long.parseLong(parts[2]),
        parts[3]);
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static final class Sum {

    private final MessageDigest digest = sha256();
    private BigInteger total = BigInteger.ZERO;
    private long rows;

    void add(byte[] row) {
      total = total.add(new BigInteger(1, digest.digest(row))).mod(MODULUS);
      rows++;
    }

    String text() {
      MessageDigest whole = sha256();
      whole.update(total.toString(16).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 is part of every Java", e);
      }
    }
  }
}
