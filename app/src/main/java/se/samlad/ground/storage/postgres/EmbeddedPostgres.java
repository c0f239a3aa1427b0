package se.samlad.ground.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of Samlad's own on 127.0.0.1. It outlives a killed Java process, and then the next start takes it over: by pid, data
 * folder and a real connection, never by name. Durability is never traded for speed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final int START_SECONDS = 180;
  private static final int STOP_SECONDS = 15;
  private static final int STUCK_SECONDS = 4;
  private static final String STARTING_UP = "57P03";

  private final Path cluster;
  private final int port;
  private final String password;
  private final @Nullable FileChannel lock;

  private EmbeddedPostgres(Path cluster, int port, String password, @Nullable FileChannel lock) {
    this.cluster = cluster;
    this.port = port;
    this.password = password;
    this.lock = lock;
  }

  /**
   * Where and how to run.
   *
   * @param dataFolder holds the programs, the cluster, its password and log
   * @param port a fixed port; empty takes a free one and remembers it
   * @param fast smaller buffers for tests; durability stays
   */
  public record Settings(Path dataFolder, OptionalInt port, boolean fast) {}

  /** Another Samlad runs on the data folder. */
  public static final class AlreadyRunning extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    AlreadyRunning(Path folder) {
      super("Samlad kör redan med datamappen " + folder
          + ". Stäng det först, eller välj en annan mapp med SAMLAD_DATA.");
    }
  }

  /** Starts the server, or takes over one that outlived its Java process; refuses when another Samlad runs on the folder. */
  public static EmbeddedPostgres start(Settings settings) {
    try {
      Path folder = settings.dataFolder().toAbsolutePath().normalize();
      Files.createDirectories(folder);
      FileChannel lock = lock(folder).orElseThrow(() -> new AlreadyRunning(folder));
      return started(settings, folder, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For commands: uses the server of a running Samlad, or starts one of its own. Closing stops only what was started here. */
  public static EmbeddedPostgres open(Settings settings) {
    try {
      Path folder = settings.dataFolder().toAbsolutePath().normalize();
      Files.createDirectories(folder);
      Optional<FileChannel> lock = lock(folder);
      return lock.isPresent() ? started(settings, folder, lock.get()) : attached(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JDBC address of one of its databases. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  public String superuser() {
    return SUPERUSER;
  }

  public String superuserPassword() {
    return password;
  }

  /** Stops the server if it was started or taken over here, and waits until it has ended. */
  @Override
  public void close() {
    if (lock == null || !lock.isOpen()) {
      return;
    }
    try {
      Optional<Postmaster> running = Postmaster.of(cluster);
      running.ifPresent(postmaster -> postmaster.stop(STOP_SECONDS));
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres started(Settings settings, Path folder, FileChannel lock)
      throws IOException {
    Path home = Binaries.unpackedIn(folder.resolve("program"));
    Path cluster = folder.resolve("postgres");
    Unprivileged user = Unprivileged.here(folder);
    String password = password(folder);
    if (!Files.exists(cluster.resolve("samlad.conf"))) {
      initialise(home, folder, cluster, password, user);
    }
    OptionalInt adopted = adopt(cluster, password);
    if (adopted.isPresent()) {
      return checked(new EmbeddedPostgres(cluster, adopted.getAsInt(), password, lock));
    }
    int port = settings.port().isPresent() ? settings.port().getAsInt() : rememberedPort(folder);
    Files.writeString(cluster.resolve("samlad.conf"), configuration(port, settings.fast()));
    Path log = cluster.resolve("samlad.log");
    run(
        user.command(List.of(
            home.resolve("bin/pg_ctl").toString(),
            "start",
            "-D",
            cluster.toString(),
            "-w",
            "-t",
            Integer.toString(START_SECONDS),
            "-l",
            log.toString())),
        log);
    Files.writeString(folder.resolve("postgres.port"), Integer.toString(port));
    return checked(new EmbeddedPostgres(cluster, port, password, lock));
  }

  private static EmbeddedPostgres attached(Path folder) throws IOException {
    Path cluster = folder.resolve("postgres");
    Postmaster running = Postmaster.of(cluster).orElseThrow(() -> new AlreadyRunning(folder));
    return new EmbeddedPostgres(cluster, running.port(), password(folder), null);
  }

  private static EmbeddedPostgres checked(EmbeddedPostgres server) {
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl("postgres"), SUPERUSER, server.password)) {
      Durability.require(connection);
      return server;
    } catch (SQLException e) {
      server.close();
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** A server left by a killed Java process: used when it answers, also after it has recovered; stopped by its own pid when it does not. */
  private static OptionalInt adopt(Path cluster, String password) throws IOException {
    Optional<Postmaster> left = Postmaster.of(cluster);
    if (left.isPresent()) {
      if (answers(left.get(), password)) {
        return OptionalInt.of(left.get().port());
      }
      left.get().stop(STUCK_SECONDS);
    }
    Postmaster.clearAway(cluster, STOP_SECONDS);
    return OptionalInt.empty();
  }

  private static boolean answers(Postmaster left, String password) {
    String url =
        "jdbc:postgresql://127.0.0.1:" + left.port() + "/postgres?connectTimeout=5&socketTimeout=8";
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try (Connection connection = DriverManager.getConnection(url, SUPERUSER, password)) {
        return connection.isValid(5);
      } catch (SQLException refused) {
        boolean recovering = STARTING_UP.equals(refused.getSQLState());
        if (!recovering || System.nanoTime() > patience || left.ended(200)) {
          return false;
        }
      }
    }
  }

  private static void initialise(
      Path home, Path folder, Path cluster, String password, Unprivileged user) throws IOException {
    if (Files.exists(cluster)) {
      // A start that was killed during the very first set-up: nothing was ever stored there.
      Files.move(cluster, folder.resolve("postgres-unfinished-" + System.currentTimeMillis()));
    }
    Files.createDirectory(
        cluster,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path secret = folder.resolve("postgres.init");
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    user.own(cluster);
    user.own(secret);
    Path log = folder.resolve("postgres-init.log");
    run(
        user.command(List.of(
            home.resolve("bin/initdb").toString(),
            "-D",
            cluster.toString(),
            "-U",
            SUPERUSER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--data-checksums",
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=sv-SE",
            "--locale=C",
            "--no-instructions")),
        log);
    Files.delete(secret);
    Files.writeString(
        cluster.resolve("postgresql.conf"), "\ninclude 'samlad.conf'\n", StandardOpenOption.APPEND);
    Path configuration = cluster.resolve("samlad.conf");
    Files.writeString(configuration, configuration(0, false));
    user.own(configuration);
  }

  private static String configuration(int port, boolean fast) {
    return """
        # Written by Samlad at each start.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        password_encryption = 'scram-sha-256'
        jit = off
        max_connections = %d
        shared_buffers = %s
        work_mem = 8MB
        maintenance_work_mem = 64MB
        max_wal_size = 1GB
        effective_cache_size = 1GB
        random_page_cost = 1.1
        logging_collector = off
        log_min_messages = warning
        log_parameter_max_length_on_error = 0
        log_min_error_statement = panic
        log_timezone = 'UTC'
        timezone = 'UTC'
        """.formatted(port, fast ? 100 : 60, fast ? "48MB" : "96MB");
  }

  private static String password(Path folder) throws IOException {
    Path file = folder.resolve("postgres.secret");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path draft = Files.createTempFile(
          folder,
          "secret",
          "",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static int rememberedPort(Path folder) throws IOException {
    Path file = folder.resolve("postgres.port");
    if (Files.exists(file)) {
      int port = Integer.parseInt(Files.readString(file).strip());
      if (isFree(port)) {
        return port;
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static Optional<FileChannel> lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(
        folder.resolve("samlad.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }

  private static void run(List<String> command, Path log) throws IOException {
    Path out = Files.createTempFile("samlad-postgres", ".log");
    try {
      Process process = new ProcessBuilder(new ArrayList<>(command))
          .directory(log.resolveSibling(".").toFile())
          .redirectErrorStream(true)
          .redirectOutput(out.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .start();
      if (!process.waitFor(START_SECONDS + 30L, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        String told = Files.readString(out, StandardCharsets.UTF_8).strip();
        throw new IOException("Databasen kunde inte startas: " + told + " Mer står i " + log + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("starting the database was interrupted", e);
    } finally {
      Files.deleteIfExists(out);
    }
  }
}
