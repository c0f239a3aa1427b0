package se.samlad.ground.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process as {@code postmaster.pid} tells of it, and only when the living process with that pid really runs on that data
 * folder: a pid may have been given to somebody else since.
 */
record Postmaster(long pid, int port, ProcessHandle process) {

  static Optional<Postmaster> of(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 4 || !lines.get(1).strip().equals(cluster.toString())) {
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

  /** Ends the server: at once without waiting for clients, and by force when it does not end in time. */
  void stop(long seconds) {
    signal("INT");
    if (!ended(seconds)) {
      signal("QUIT");
      if (!ended(10)) {
        process.destroyForcibly();
        ended(10);
      }
    }
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

  private boolean ended(long seconds) {
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not follow the database process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
