package se.samlad.ground.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. As root it is run in a user namespace of its own, where root is nobody and yet owns the same files;
 * where the kernel forbids that, as the system's nobody user with the data folder handed over. Anybody else runs it plainly.
 */
final class Unprivileged {

  private enum Way {
    PLAIN,
    NAMESPACE,
    OTHER_USER
  }

  private static final String NOBODY = "nobody";

  private final Way way;

  private Unprivileged(Way way) {
    this.way = way;
  }

  static Unprivileged here(Path folder) throws IOException {
    if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      return new Unprivileged(Way.PLAIN);
    }
    Optional<Path> owned = Optional.of(folder.resolve("postgres")).filter(Files::exists);
    boolean handedOver =
        owned.isPresent() && !Files.getAttribute(owned.get(), "unix:uid").equals(0);
    return new Unprivileged(!handedOver && namespaces() ? Way.NAMESPACE : Way.OTHER_USER);
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(
        switch (way) {
          case PLAIN -> List.<String>of();
          case NAMESPACE -> List.of("unshare", "-U", "--");
          case OTHER_USER ->
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--");
        });
    all.addAll(command);
    return all;
  }

  /** Hands a file to the user the server runs as. */
  void own(Path path) throws IOException {
    if (way == Way.OTHER_USER) {
      UserPrincipal nobody =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
      Files.setOwner(path, nobody);
    }
  }

  private static boolean namespaces() {
    try {
      Process process =
          new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
