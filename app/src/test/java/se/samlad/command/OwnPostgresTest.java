package se.samlad.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import se.samlad.command.backup.Backup;
import se.samlad.command.backup.Restore;
import se.samlad.desk.founding.Founding;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.geography.AreaRegister.NewArea;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.DatabaseRoles;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Settings;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.postgres.DebianPostgres;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;

/**
 * Samlad on a PostgreSQL it does not run itself, version 15 of Debian, reached as an administrator is told to: one role, one database and
 * three settings. Skipped where the package is absent.
 */
class OwnPostgresTest {

  private static final String PASSWORD = "ägarens 'lösenord'";

  @TempDir
  static Path folder;

  private static DebianPostgres server;

  @BeforeAll
  static void start() throws Exception {
    if (!DebianPostgres.isInstalled()) {
      System.out.println(
          "Skipped: postgresql-15 is not installed, so OwnPostgresTest did not run.");
    }
    Assumptions.assumeTrue(DebianPostgres.isInstalled());
    server = DebianPostgres.start(folder);
    server.asSuperuser(
        "create role est login createrole bypassrls password " + quoted(PASSWORD),
        "create role careless login password " + quoted(PASSWORD),
        "create database one owner est",
        "create database two owner est",
        "create database bare owner careless");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void municipalityIsFoundedReportsAreReceivedAndABackupMovesThemToAnotherDatabase()
      throws Exception {
    UUID report = UUID.randomUUID();
    int code = Web.work(settings("one", "est"), context -> live(context, report), System.err);
    assertThat(code).isZero();

    Path file = folder.resolve("kopia.samlad");
    try (Storage one = Storage.toWork(settings("one", "est"));
        Connection owner = one.asOwner()) {
      assertThat(DoctorCommand.database(owner)).allMatch(DoctorCommand.Finding::well);
      Backup.take(owner, file, table -> {});
    }
    Restore restore = Restore.of(file);
    try (Storage two = Storage.toWork(settings("two", "est"))) {
      two.migrateTo(restore.schemaVersion());
      try (Connection owner = two.asOwner()) {
        assertThat(restore.into(owner, table -> {})).isPositive();
      }
      try (Connection owner = two.asOwner()) {
        assertThat(column(owner, "select report_id::text from samlad.report"))
            .containsExactly(report.toString());
      }
    }
  }

  @Test
  void webRoleReachesNothingByItselfAndTheJobRoleTheListOfMunicipalitiesAlone() throws Exception {
    try (Storage storage = Storage.toWork(settings("one", "est"))) {
      storage.migrateTo("latest");
      try (Connection owner = storage.asOwner();
          Statement statement = owner.createStatement()) {
        statement.execute(
            "insert into samlad.municipality (municipality_id, slug, name) values (gen_random_uuid(), 'aby', 'Åby')");
      }
    }
    try (Connection web = as(DatabaseRoles.WEB)) {
      assertThat(column(web, "select slug from samlad.municipality")).isEmpty();
      assertThatThrownBy(() -> column(web, "select 'x' from drift.flyway_schema_history"))
          .hasMessageContaining("permission denied");
    }
    try (Connection job = as(DatabaseRoles.JOB)) {
      assertThat(column(job, "select slug from samlad.municipality")).contains("aby");
      for (String forbidden : List.of(
          "select name from samlad.municipality",
          "select report_id::text from samlad.report",
          "select name from drift.installation_key")) {
        assertThatThrownBy(() -> column(job, forbidden)).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void ownerWithoutTheRightsIsToldWhichOnesInASentence() {
    assertThatThrownBy(() -> Storage.toServe(settings("bare", "careless")))
        .hasMessage("Databasanvändaren saknar rättigheterna BYPASSRLS och CREATEROLE."
            + " Kör som superanvändare: alter role <användaren> bypassrls createrole;");
  }

  @Test
  void serverThatMayLoseAcknowledgedRowsIsRefused() throws Exception {
    server.asSuperuser("alter role est set synchronous_commit = off");
    try {
      assertThatThrownBy(() -> Storage.toServe(settings("two", "est")))
          .hasMessageContaining("synchronous_commit");
    } finally {
      server.asSuperuser("alter role est reset synchronous_commit");
    }
  }

  /** Founds a municipality, lets a guard send the same report twice, and reads it back. */
  private static int live(ApplicationContext context, UUID report) {
    Municipality town = context
        .getBean(Founding.class)
        .found("provkoping", "Provköping", false, List.of(new NewArea("Centrum", null)));
    Tenancy tenancy = context.getBean(Tenancy.class);
    Actor guard = tenancy.as(Actor.system(town.id()), () -> {
      UUID company = context
          .getBean(Organisations.class)
          .add("Bevakning", OrganisationKind.GUARD_COMPANY)
          .id();
      UUID member = context
          .getBean(Members.class)
          .add("Väktare", Locale.of("sv"), List.of(Grant.of(Role.REPORTER, company)))
          .id();
      return new Actor(
          town.id(),
          ActorKind.PERSON,
          member,
          java.util.Set.of(Role.REPORTER),
          java.util.Set.of(company),
          java.util.Set.of(),
          java.util.Set.of(),
          java.util.Set.of(),
          false,
          null);
    });
    byte[] body = """
        {"incidents":[{"category":"KLOTTER","from":"2026-11-20T21:40:00+01:00","lon":15.0,"lat":59.0,"text":"Två rutor"}]}
        """.getBytes(StandardCharsets.UTF_8);
    Reports reports = context.getBean(Reports.class);
    SubmissionReader reader = context.getBean(SubmissionReader.class);
    boolean first = tenancy.as(
        guard, () -> reports.receive(report, body, reader.read(body), "API").first());
    boolean again = tenancy.as(
        guard, () -> reports.receive(report, body, reader.read(body), "API").first());
    return first && !again ? 0 : 1;
  }

  private static Settings settings(String database, String user) {
    return Settings.read(Map.of(
        "SAMLAD_DB_URL", server.url(database),
        "SAMLAD_DB_USER", user,
        "SAMLAD_DB_PASSWORD", PASSWORD));
  }

  private static Connection as(String role) throws SQLException {
    return DriverManager.getConnection(
        server.url("one"), role, DatabaseRoles.password(PASSWORD, role));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new java.util.ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
