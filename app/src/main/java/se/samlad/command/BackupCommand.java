package se.samlad.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samlad.command.backup.Backup;
import se.samlad.ground.storage.Settings;

/** {@code samlad backup FILE}: everything in one file, also while the server runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Skriver hela databasen till en fil, också medan systemet kör.")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FIL", description = "Den nya filen. Bara ägaren får läsa den.")
  @Nullable
  Path file;

  @Override
  public Integer call() throws SQLException, IOException {
    Path target = java.util.Objects.requireNonNull(file);
    try (Storage storage = Storage.toWork(Settings.read(System.getenv()));
        Connection owner = storage.asOwner()) {
      Backup.Taken taken = Backup.take(owner, target, System.out::println);
      System.out.println("Klar: " + taken.rows() + " rader i " + taken.tables() + " tabeller, "
          + taken.bytes() + " byte i " + target);
      return 0;
    } catch (FileAlreadyExistsException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
