package se.samlad.ground.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A server of the package postgresql-15, run from an empty folder on a free port: a municipality's own, not Samlad's. */
public final class DebianPostgres implements AutoCloseable {

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String SUPERUSER = "postgres";
  private static final String PASSWORD = "of the superuser";

  private final Path cluster;
  private final Unprivileged user;
  private final int port;

  private DebianPostgres(Path cluster, Unprivileged user, int port) {
    this.cluster = cluster;
    this.user = user;
    this.port = port;
  }

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAMS.resolve("initdb"));
  }

  /** Makes a cluster in the folder and starts it; as root through an ordinary user. */
  public static DebianPostgres start(Path folder) throws IOException, InterruptedException {
    Unprivileged user = Unprivileged.here(folder);
    Path cluster = Files.createDirectory(folder.resolve("postgres"));
    Path secret = Files.writeString(folder.resolve("secret"), PASSWORD);
    user.own(cluster);
    user.own(secret);
    run(
        user,
        folder,
        "initdb",
        "-D",
        cluster.toString(),
        "-U",
        SUPERUSER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8");
    DebianPostgres server = new DebianPostgres(cluster, user, freePort());
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "port = %d%nlisten_addresses = '127.0.0.1'%nunix_socket_directories = ''%n"
            .formatted(server.port),
        StandardOpenOption.APPEND);
    run(
        user,
        folder,
        "pg_ctl",
        "start",
        "-w",
        "-D",
        cluster.toString(),
        "-l",
        cluster.resolve("log").toString());
    return server;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** What the one who runs the server types. */
  public void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run(
        user,
        cluster.getParent(),
        "pg_ctl",
        "stop",
        "-w",
        "-m",
        "immediate",
        "-D",
        cluster.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(Unprivileged user, Path folder, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path said = folder.resolve(program + ".log");
    Process process = new ProcessBuilder(user.command(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    assertThat(process.waitFor()).as(() -> program + ": " + read(said)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
