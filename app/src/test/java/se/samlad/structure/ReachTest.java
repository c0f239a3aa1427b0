package se.samlad.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import se.samlad.support.TestDatabase;

/**
 * What each table has declared about its reach holds in the database itself, with the application's own checks off: this test speaks SQL
 * as the web's role and nothing else. Every table gets a made-up row in each of two municipalities, of one organisation, member, group and
 * area; constraints and triggers are off in this copy of the schema, so that a new table is tried without anybody having to tell how it is filled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {

  private static final UUID HERE = new UUID(1, 1);
  private static final UUID THERE = new UUID(2, 2);
  private static final UUID ORGANISATION = new UUID(3, 3);
  private static final UUID MEMBER = new UUID(4, 4);
  private static final UUID GROUP = new UUID(5, 5);
  private static final UUID AREA = new UUID(6, 6);
  private static final UUID OTHER = new UUID(9, 9);

  /** What an anonymous page needs: names, places, categories, the base map and what has been published. */
  private static final Set<String> PUBLIC_READS = Set.of(
      "municipality",
      "area",
      "area_layer",
      "place",
      "base_feature",
      "category",
      "catalogue_version");

  private static final Set<String> LINK_READS = Set.of("organisation", "unit", "working_group");

  /** Words people wrote: the system reads them only to check, dispose or send, through policies of their own. */
  private static final Set<String> TEXTS =
      Set.of("report_text", "report_photo", "own_picture_comment");

  /** Rows about reports and what was made of them, which administrators and operators never see. */
  private static final Set<String> OPEN_TO_ADMINISTRATORS =
      Set.of("nothing_to_report", "api_token", "text_review_handover");

  private final List<Table> tables = new ArrayList<>();
  private TestDatabase.Database database;
  private Connection owner;
  private Connection web;

  private record Table(String name, String reach, Map<String, String> columns) {}

  /** An actor as PostgreSQL is told of one. */
  private record Who(
      UUID municipality,
      String kind,
      UUID user,
      String roles,
      UUID organisation,
      UUID coordinated,
      UUID group,
      UUID area) {

    static Who bare(String kind) {
      return new Who(HERE, kind, null, "", null, null, null, null);
    }

    static Who person(String role) {
      return new Who(HERE, "person", MEMBER, role, ORGANISATION, ORGANISATION, GROUP, AREA);
    }

    /** Somebody of another organisation, group and area, who only reports. */
    static Who stranger(String kind) {
      return new Who(HERE, kind, OTHER, "REPORTER", OTHER, null, OTHER, OTHER);
    }

    Who in(UUID other) {
      return new Who(other, kind, user, roles, organisation, coordinated, group, area);
    }
  }

  private static final List<Who> ALL = Stream.concat(
          Stream.of(
              Who.bare("system"), Who.bare("public"), Who.bare("link"), Who.person("REPORTER")),
          Stream.of(
                  "ORGANISATION_COORDINATOR",
                  "COORDINATOR",
                  "GROUP_MEMBER",
                  "LEADERSHIP",
                  "ADMINISTRATOR",
                  "DATA_PROTECTION",
                  "OPERATOR")
              .map(Who::person))
      .flatMap(who -> who.kind().equals("person")
          ? Stream.of(
              who,
              new Who(
                  HERE, "token", who.user(), who.roles(), ORGANISATION, ORGANISATION, GROUP, AREA))
          : Stream.of(who))
      .toList();

  @BeforeAll
  void fill() throws SQLException {
    database = TestDatabase.fresh();
    owner = database.asOwner();
    web = database.asWeb();
    web.setAutoCommit(false);
    readTables();
    dropConstraints();
    for (Table table : tables) {
      for (UUID municipality : List.of(HERE, THERE)) {
        insert(owner, table, municipality);
      }
    }
  }

  @AfterAll
  void close() throws SQLException {
    web.close();
    owner.close();
  }

  @Test
  void everyTableHasDeclaredItsReachAndIsForced() throws SQLException {
    Set<String> undeclared = new TreeSet<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("""
            select relname
              from pg_class
             where relnamespace = 'samlad'::regnamespace
               and relkind in ('r', 'p')
               and not relispartition
               and not (relrowsecurity and relforcerowsecurity
                        and relname in (select table_name from drift.table_reach))
            """)) {
      while (rows.next()) {
        undeclared.add(rows.getString(1));
      }
    }
    assertThat(undeclared).isEmpty();
    assertThat(tables).hasSizeGreaterThan(30);
  }

  @TestFactory
  Stream<DynamicTest> noRowOfAnotherMunicipalityIsReadOrWrittenByAnyone() {
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          for (Who who : ALL) {
            assertThat(seen(table, who, THERE))
                .as("%s reads %s", who, table.name())
                .isZero();
            assertThat(changed(table, who, THERE))
                .as("%s changes %s", who, table.name())
                .isZero();
            assertThat(removed(table, who, THERE))
                .as("%s removes %s", who, table.name())
                .isZero();
            assertThat(added(table, who, THERE))
                .as("%s adds to %s", who, table.name())
                .isFalse();
          }
        }));
  }

  @TestFactory
  Stream<DynamicTest> nobodyReadsOrWritesWithoutSayingWhoActs() {
    Who nobody = new Who(HERE, "", null, "", null, null, null, null);
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          assertThat(seen(table, nobody, HERE)).isZero();
          assertThat(changed(table, nobody, HERE)).isZero();
          assertThat(added(table, nobody, HERE)).isFalse();
        }));
  }

  @TestFactory
  Stream<DynamicTest> anybodyReadsWhatIsPublicAndWritesNothing() {
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          Who anybody = Who.bare("public");
          if (!PUBLIC_READS.contains(table.name()) && !table.reach().equals("published")) {
            assertThat(seen(table, anybody, HERE)).isZero();
          }
          assertThat(changed(table, anybody, HERE)).isZero();
          assertThat(removed(table, anybody, HERE)).isZero();
          assertThat(added(table, anybody, HERE)).isFalse();
        }));
  }

  @TestFactory
  Stream<DynamicTest> linkReadsWhatItsPageShowsAndNoMore() {
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          boolean may = PUBLIC_READS.contains(table.name())
              || LINK_READS.contains(table.name())
              || table.reach().equals("published");
          if (!may) {
            assertThat(seen(table, Who.bare("link"), HERE)).isZero();
          }
          assertThat(changed(table, Who.bare("link"), HERE)).isZero();
        }));
  }

  @TestFactory
  Stream<DynamicTest> systemDoesNotReadWhatPeopleWrote() {
    return tables.stream()
        .filter(table -> TEXTS.contains(table.name()))
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          assertThat(seen(table, Who.bare("system"), HERE)).isZero();
        }));
  }

  @TestFactory
  Stream<DynamicTest> strangerOfTheSameMunicipalityReachesNoRowOfAnOrganisationOrPerson() {
    return tables.stream()
        .filter(table -> Set.of("organisation", "person", "shared").contains(table.reach()))
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          for (String kind : List.of("person", "token")) {
            Who stranger = Who.stranger(kind);
            assertThat(seen(table, stranger, HERE)).as(kind).isZero();
            assertThat(changed(table, stranger, HERE)).as(kind).isZero();
            assertThat(removed(table, stranger, HERE)).as(kind).isZero();
          }
        }));
  }

  @TestFactory
  Stream<DynamicTest> administratorAndOperatorSeeNoContent() {
    return tables.stream()
        .filter(table -> Set.of("organisation", "shared").contains(table.reach())
            && !OPEN_TO_ADMINISTRATORS.contains(table.name()))
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          for (String role : List.of("ADMINISTRATOR", "OPERATOR")) {
            Who who = new Who(HERE, "person", OTHER, role, OTHER, null, null, null);
            assertThat(seen(table, who, HERE)).as(role).isZero();
          }
        }));
  }

  /** A reach that lets nobody in would pass all the laws above. */
  @TestFactory
  Stream<DynamicTest> somebodyReachesTheRow() {
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
          boolean reached = false;
          for (Who who : ALL) {
            reached |= seen(table, who, HERE) > 0 || added(table, who, HERE);
          }
          assertThat(reached).as(table.name()).isTrue();
        }));
  }

  private int seen(Table table, Who who, UUID municipality) throws SQLException {
    return counting(
        who,
        "select count(*) from samlad." + table.name() + " where municipality_id = ?",
        municipality);
  }

  private int changed(Table table, Who who, UUID municipality) throws SQLException {
    return deed(
        who,
        "update samlad." + table.name()
            + " set municipality_id = municipality_id where municipality_id = ?",
        municipality);
  }

  private int removed(Table table, Who who, UUID municipality) throws SQLException {
    return deed(
        who, "delete from samlad." + table.name() + " where municipality_id = ?", municipality);
  }

  private boolean added(Table table, Who who, UUID municipality) throws SQLException {
    act(who);
    try {
      insert(web, table, municipality);
      return true;
    } catch (SQLException refused) {
      noneIfDenied(refused);
      return false;
    } finally {
      web.rollback();
    }
  }

  private int counting(Who who, String sql, UUID municipality) throws SQLException {
    act(who);
    try (PreparedStatement statement = web.prepareStatement(sql)) {
      statement.setObject(1, municipality);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException refused) {
      return noneIfDenied(refused);
    } finally {
      web.rollback();
    }
  }

  private int deed(Who who, String sql, UUID municipality) throws SQLException {
    act(who);
    try (PreparedStatement statement = web.prepareStatement(sql)) {
      statement.setObject(1, municipality);
      return statement.executeUpdate();
    } catch (SQLException refused) {
      return noneIfDenied(refused);
    } finally {
      web.rollback();
    }
  }

  private static int noneIfDenied(SQLException refused) throws SQLException {
    if (!refused.getSQLState().equals("42501")) {
      throw refused;
    }
    return 0;
  }

  private void act(Who who) throws SQLException {
    try (PreparedStatement tell = web.prepareStatement("""
        select set_config('samlad.municipality', ?, true), set_config('samlad.actor', ?, true),
               set_config('samlad.user', ?, true), set_config('samlad.roles', ?, true),
               set_config('samlad.organisations', ?, true), set_config('samlad.coordinated', ?, true),
               set_config('samlad.groups', ?, true), set_config('samlad.areas', ?, true),
               set_config('samlad.whole_municipality', 'false', true), set_config('samlad.link', ?, true)
        """)) {
      List<Object> values = new ArrayList<>();
      values.add(who.municipality());
      values.add(who.kind());
      values.add(who.user());
      values.add(who.roles());
      values.add(who.organisation());
      values.add(who.coordinated());
      values.add(who.group());
      values.add(who.area());
      values.add(who.kind().equals("link") ? "unit:" + OTHER : "");
      for (int i = 0; i < values.size(); i++) {
        tell.setString(i + 1, values.get(i) == null ? "" : values.get(i).toString());
      }
      tell.execute();
    }
  }

  private void readTables() throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("""
            select r.table_name, r.reach, a.attname, format_type(a.atttypid, a.atttypmod)
              from drift.table_reach r
              join pg_class c on c.relname = r.table_name and c.relnamespace = 'samlad'::regnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by r.table_name, a.attnum
            """)) {
      Map<String, Table> found = new LinkedHashMap<>();
      while (rows.next()) {
        found
            .computeIfAbsent(
                rows.getString(1), name -> new Table(name, reach(rows), new LinkedHashMap<>()))
            .columns()
            .put(rows.getString(3), rows.getString(4));
      }
      tables.addAll(found.values());
    }
  }

  private static String reach(ResultSet row) {
    try {
      return row.getString(2);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void dropConstraints() throws SQLException {
    List<String> drops = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("""
            select format('alter table samlad.%I drop constraint if exists %I cascade', c.relname, k.conname)
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
             where c.relnamespace = 'samlad'::regnamespace
               and k.contype in ('f', 'c', 'u', 'p', 'x')
               and k.conparentid = 0
               and not c.relispartition
             order by k.contype = 'p', k.contype = 'u'
            """)) {
      while (rows.next()) {
        drops.add(rows.getString(1));
      }
    }
    try (Statement statement = owner.createStatement()) {
      for (String drop : drops) {
        statement.execute(drop);
      }
      for (Table table : tables) {
        statement.execute("alter table samlad." + table.name() + " disable trigger user");
      }
      for (String index : uniqueIndexes()) {
        statement.execute(index);
      }
    }
  }

  private List<String> uniqueIndexes() throws SQLException {
    List<String> drops = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("""
            select format('drop index if exists samlad.%I', i.relname)
              from pg_index x
              join pg_class i on i.oid = x.indexrelid
              join pg_class c on c.oid = x.indrelid
             where c.relnamespace = 'samlad'::regnamespace and x.indisunique
            """)) {
      while (rows.next()) {
        drops.add(rows.getString(1));
      }
    }
    return drops;
  }

  private static void insert(Connection connection, Table table, UUID municipality)
      throws SQLException {
    List<String> names = List.copyOf(table.columns().keySet());
    String sql = "insert into samlad." + table.name() + " (" + String.join(", ", names)
        + ") values ("
        + String.join(
            ", ", names.stream().map(name -> value(table, name, municipality)).toList()) + ")";
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Table table, String column, UUID municipality) {
    String type = table.columns().get(column);
    if (column.equals("municipality_id")) {
      return quoted(municipality);
    }
    if (type.equals("uuid")) {
      return quoted(id(column));
    }
    if (type.equals("uuid[]")) {
      return "array[" + quoted(id(column)) + "]::uuid[]";
    }
    if (type.endsWith("[]")) {
      return "'{}'";
    }
    if (type.startsWith("timestamp")) {
      return "now()";
    }
    return switch (type) {
      case "jsonb" -> "'{}'";
      case "boolean" -> "false";
      case "bytea" -> "'\\x00'";
      case "date" -> "current_date";
      case "time without time zone" -> "'09:00'";
      case "integer", "bigint", "smallint", "double precision", "real", "numeric" -> "1";
      default -> "'x'";
    };
  }

  /** The made-up rows belong to one organisation, member, group and area; other ids are the same where columns have the same name. */
  private static UUID id(String column) {
    if (column.contains("org")) {
      return ORGANISATION;
    }
    if (column.contains("member") || column.equals("reporter_id") || column.endsWith("_by")) {
      return MEMBER;
    }
    if (column.contains("group")) {
      return GROUP;
    }
    return column.contains("area")
        ? AREA
        : UUID.nameUUIDFromBytes(column.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(UUID id) {
    return "'" + id + "'::uuid";
  }
}
