package se.samlad.ground.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The server process as {@code postmaster.pid} tells of it, and only when the living process with that pid really runs on that data
 * folder: a pid may have been given to somebody else since.
 */
record Postmaster(long pid, int port, ProcessHandle process) {

  static Optional<Postmaster> of(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
    } catch (NoSuchFileException notRunning) {
      return Optional.empty();
    }
    if (lines.size() < 4
        || !lines.get(0).strip().matches("\\d{1,9}")
        || !lines.get(3).strip().matches("\\d{1,5}")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(0).strip());
    int port = Integer.parseInt(lines.get(3).strip());
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> runsOn(pid, cluster))
        .map(process -> new Postmaster(pid, port, process));
  }

  /** The server's working folder is its data folder; a process that only inherited the pid has another. */
  private static boolean runsOn(long pid, Path cluster) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Waits for, and in the end forces out, server processes whose postmaster was killed before them, and removes the pid file it left: the
   * pid in it may belong to somebody else by now, and PostgreSQL would then refuse to start. The caller holds the folder's lock.
   */
  static void clearAway(Path cluster, long seconds) throws IOException {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      for (ProcessHandle orphan :
          all.filter(process -> runsOn(process.pid(), cluster)).toList()) {
        if (!ended(orphan, TimeUnit.SECONDS.toMillis(seconds))) {
          orphan.destroyForcibly();
          ended(orphan, TimeUnit.SECONDS.toMillis(seconds));
        }
      }
    }
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  /** Ends the server: at once without waiting for clients, and by force when it does not end in time. */
  void stop(long seconds) {
    signal("INT");
    if (!ended(TimeUnit.SECONDS.toMillis(seconds))) {
      signal("QUIT");
      if (!ended(TimeUnit.SECONDS.toMillis(seconds))) {
        process.destroyForcibly();
        ended(10_000);
      }
    }
  }

  /** Waits at most so long for the server to end and tells whether it has. */
  boolean ended(long millis) {
    return ended(process, millis);
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("could not signal the database process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(ProcessHandle process, long millis) {
    try {
      process.onExit().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not follow process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
