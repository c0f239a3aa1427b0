package se.samlad.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samlad.command.backup.Restore;
import se.samlad.ground.storage.Settings;

/** {@code samlad restore FILE}: puts a backup back into an empty installation and holds it to the backup's counts and checksums. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Läser tillbaka en säkerhetskopia i en tom installation och kontrollerar antal och innehåll.")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FIL", description = "En fil från kommandot backup.")
  @Nullable
  Path file;

  @Override
  public Integer call() throws SQLException, IOException {
    Path source = java.util.Objects.requireNonNull(file);
    if (!Files.isReadable(source)) {
      System.err.println("Filen " + source + " går inte att läsa.");
      return 1;
    }
    try {
      Restore restore = Restore.of(source);
      try (Storage storage = Storage.toWork(Settings.read(System.getenv()))) {
        storage.migrateTo(restore.schemaVersion());
        long rows;
        try (Connection owner = storage.asOwner()) {
          rows = restore.into(owner, System.out::println);
        }
        storage.migrateTo("latest");
        System.out.println("Klar: " + rows + " rader, lika många och lika som i " + source);
        return 0;
      }
    } catch (Restore.Refused e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
