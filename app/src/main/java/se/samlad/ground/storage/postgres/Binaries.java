package se.samlad.ground.storage.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the archive in the jar; a half-unpacked folder is never used. */
final class Binaries {

  private static final String VERSION = "18.6.0";

  private Binaries() {}

  /** The folder that holds bin/, lib/ and share/, unpacked below the given one if it is not there. */
  static Path unpackedIn(Path folder) throws IOException {
    Path home = folder.resolve("postgres-" + VERSION);
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(folder);
    Path unpacking = Files.createTempDirectory(folder, "unpacking-");
    try (InputStream archive = archive()) {
      unpack(archive, unpacking);
    }
    // Readable by the unprivileged user the server may run as.
    Files.setPosixFilePermissions(unpacking, modes(0755));
    try {
      Files.move(unpacking, home, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | java.nio.file.DirectoryNotEmptyException
        | AtomicMoveNotSupportedException another) {
      if (!Files.isDirectory(home)) {
        throw another;
      }
      delete(unpacking);
    }
    return home;
  }

  private static InputStream archive() throws IOException {
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    List<String> names = switch (architecture) {
      case "amd64", "x86_64" -> List.of("/postgres-linux-x86_64.txz");
      case "aarch64", "arm64" ->
        List.of("/postgres-linux-arm_64.txz", "/postgres-linux-aarch_64.txz");
      default -> List.of();
    };
    for (String name : names) {
      InputStream stream = Binaries.class.getResourceAsStream(name);
      if (stream != null) {
        return stream;
      }
    }
    throw new IOException(
        "Samlad har ingen PostgreSQL för den här datorn (" + System.getProperty("os.name") + ", "
            + architecture
            + "). Peka ut en PostgreSQL 15 eller nyare med SAMLAD_DB_URL, SAMLAD_DB_USER och SAMLAD_DB_PASSWORD.");
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("the archive points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          Files.setPosixFilePermissions(path, modes(entry.getMode()));
        }
      }
    }
  }

  private static Set<PosixFilePermission> modes(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.of(
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OTHERS_READ);
    if ((mode & 0100) != 0) {
      permissions.addAll(EnumSet.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE));
    }
    return permissions;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
