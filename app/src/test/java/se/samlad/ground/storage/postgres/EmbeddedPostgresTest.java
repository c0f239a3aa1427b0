package se.samlad.ground.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of a database that runs beside its Java process: each is walked into with real processes. */
class EmbeddedPostgresTest {

  @TempDir
  static Path home;

  private static int folders;

  private final List<Process> starters = new ArrayList<>();
  private Path data;

  /** The programs are unpacked once for all cases. */
  @BeforeAll
  static void unpack() throws IOException {
    Binaries.unpackedIn(home.resolve("program"));
  }

  @BeforeEach
  void freshFolder() throws IOException {
    data = Files.createDirectory(home.resolve("data" + folders++));
    Files.createSymbolicLink(data.resolve("program"), home.resolve("program"));
  }

  @AfterEach
  void leaveNothingRunning() throws Exception {
    for (Process starter : starters) {
      kill(starter.toHandle());
    }
    Postmaster.of(cluster()).ifPresent(left -> left.stop(10));
  }

  @Test
  void restartKeepsDataPortAndPassword() throws Exception {
    int port;
    String password;
    try (EmbeddedPostgres first = start()) {
      write(first, "kept");
      port = first.port();
      password = first.superuserPassword();
    }
    assertThat(Postmaster.of(cluster())).as("close waits for the end").isEmpty();
    try (EmbeddedPostgres second = start()) {
      assertThat(read(second)).containsExactly("kept");
      assertThat(second.port()).isEqualTo(port);
      assertThat(second.superuserPassword()).isEqualTo(password);
    }
  }

  @Test
  void serverIsDurableCheckedAndAloneOnTheLoopback() throws Exception {
    try (EmbeddedPostgres server = start();
        Connection connection = connect(server)) {
      for (String on :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(show(connection, on)).as(on).isEqualTo("on");
      }
      assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(connection, "unix_socket_directories")).isEmpty();
      assertThat(show(connection, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(show(connection, "jit")).isEqualTo("off");
      assertThat(
              column(
                  connection,
                  "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1'"))
          .containsExactly("i sv-SE");
      assertThat(column(connection, "select x from unnest(array['ö','z','å','a']) x order by x"))
          .containsExactly("a", "z", "å", "ö");
    }
  }

  @Test
  void nobodyComesInWithoutThePasswordAndNobodyElseMayReadIt() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), "guess"))
          .isInstanceOf(SQLException.class);
      assertThat(PosixFilePermissions.toString(
              Files.getPosixFilePermissions(data.resolve("postgres.secret"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void databaseOutlivesAKilledJavaAndIsTakenOver() throws Exception {
    Process java = startInAnotherJava();
    long orphan = Postmaster.of(cluster()).orElseThrow().pid();
    kill(java.toHandle());

    try (EmbeddedPostgres adopted = start()) {
      assertThat(Postmaster.of(cluster()).orElseThrow().pid()).isEqualTo(orphan);
      write(adopted, "after");
      assertThat(read(adopted)).containsExactly("after");
    }
    assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void acknowledgedRowsOutliveTheKillOfBoth() throws Exception {
    Process java = startInAnotherJava();
    Postmaster server = Postmaster.of(cluster()).orElseThrow();
    writeAsSuperuser(server.port(), "acknowledged");
    kill(java.toHandle());
    kill(server.process());

    try (EmbeddedPostgres recovered = start()) {
      assertThat(read(recovered)).containsExactly("acknowledged");
    }
  }

  @Test
  void acknowledgedRowsOutliveAKillDuringRecovery() throws Exception {
    try (EmbeddedPostgres server = start()) {
      write(server, "acknowledged");
      fill(server);
      kill(Postmaster.of(cluster()).orElseThrow().process());
    }
    for (int round = 0; round < 3; round++) {
      Process java = anotherJava();
      Postmaster recovering = awaitPostmaster(java);
      kill(recovering.process());
      kill(java.toHandle());
    }
    try (EmbeddedPostgres recovered = start()) {
      assertThat(read(recovered)).containsExactly("acknowledged");
    }
  }

  @Test
  void stuckServerIsStoppedByItsPidAndStartedAgain() throws Exception {
    Process java = startInAnotherJava();
    Postmaster stuck = Postmaster.of(cluster()).orElseThrow();
    writeAsSuperuser(stuck.port(), "acknowledged");
    kill(java.toHandle());
    signal("STOP", stuck.pid());

    try (EmbeddedPostgres again = start()) {
      assertThat(Postmaster.of(cluster()).orElseThrow().pid()).isNotEqualTo(stuck.pid());
      assertThat(read(again)).containsExactly("acknowledged");
    }
  }

  @Test
  void pidGivenToSomebodyElseSinceIsLeftAlone() throws Exception {
    start().close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          cluster().resolve("postmaster.pid"),
          stranger.pid() + "\n" + cluster() + "\n1\n1\n\n127.0.0.1\n");
      try (EmbeddedPostgres server = start()) {
        write(server, "started");
        assertThat(read(server)).containsExactly("started");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      kill(stranger.toHandle());
    }
  }

  @Test
  void secondSamladOnTheSameFolderGetsOneSentence() throws Exception {
    try (EmbeddedPostgres first = start()) {
      Process second = anotherJava();
      String said = firstLine(second);
      assertThat(said).startsWith("refused Samlad kör redan med datamappen " + data);
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      write(first, "untouched");
      assertThat(read(first)).containsExactly("untouched");
    }
  }

  @Test
  void commandSharesTheServerOfARunningSamladAndLeavesItRunning() throws Exception {
    try (EmbeddedPostgres running = start()) {
      try (EmbeddedPostgres command =
          EmbeddedPostgres.open(new EmbeddedPostgres.Settings(data, OptionalInt.empty(), true))) {
        write(command, "by command");
      }
      assertThat(read(running)).containsExactly("by command");
    }
  }

  @Test
  void weakenedDurabilityIsRefusedWhereverItIsSet() throws Exception {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      try (EmbeddedPostgres server = start()) {
        execute(server, "alter system set " + setting + " = off");
      }
      assertThatThrownBy(this::start).hasMessageContaining(setting + " avstängt");
      Path overriding = cluster().resolve("postgresql.auto.conf");
      Files.writeString(overriding, "");
    }
    try (EmbeddedPostgres server = start()) {
      execute(server, "create role careless");
      execute(server, "alter role careless set synchronous_commit = off");
    }
    assertThatThrownBy(this::start).hasMessageContaining("careless");
    assertThat(Postmaster.of(cluster())).as("a refused server is stopped").isEmpty();
  }

  @Test
  void setUpKilledHalfwayIsBegunAgain() throws Exception {
    Files.createDirectory(cluster());
    Files.writeString(cluster().resolve("PG_VERSION"), "18\n");
    try (EmbeddedPostgres server = start()) {
      write(server, "fresh");
      assertThat(read(server)).containsExactly("fresh");
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(new EmbeddedPostgres.Settings(data, OptionalInt.empty(), true));
  }

  private Path cluster() {
    return data.resolve("postgres");
  }

  private Process anotherJava() throws IOException {
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            StarterProcess.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    starters.add(java);
    return java;
  }

  private Process startInAnotherJava() throws IOException {
    Process java = anotherJava();
    assertThat(firstLine(java)).startsWith("port ");
    return java;
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader = process.inputReader(java.nio.charset.StandardCharsets.UTF_8);
    return reader.readLine();
  }

  /** Looks until the starting server has written its pid; recovery has then begun or is about to. */
  private Postmaster awaitPostmaster(Process starter) throws IOException {
    while (starter.isAlive()) {
      var found = Postmaster.of(cluster());
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("the starter ended: " + starter.exitValue());
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), server.superuser(), server.superuserPassword());
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void write(EmbeddedPostgres server, String word) throws SQLException {
    execute(server, "create table if not exists word (word text)");
    execute(server, "insert into word values ('" + word + "')");
  }

  private void writeAsSuperuser(int port, String word) throws Exception {
    String password = Files.readString(data.resolve("postgres.secret")).strip();
    try (Connection connection = DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists word (word text)");
      statement.execute("insert into word values ('" + word + "')");
    }
  }

  /** Enough log to make recovery take a moment. */
  private static void fill(EmbeddedPostgres server) throws SQLException {
    execute(
        server, "create table filling as select n, md5(n::text) from generate_series(1, 300000) n");
  }

  private static List<String> read(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = connect(server)) {
      return column(connection, "select word from word");
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return column(connection, "show " + setting).get(0);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
