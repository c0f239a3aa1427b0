package se.samlad.ground.privacy.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samlad.ground.privacy.NameRegister;
import se.samlad.ground.privacy.names.NameFile;
import se.samlad.ground.privacy.names.NameFile.Kind;
import se.samlad.ground.privacy.names.NameFile.Read;
import se.samlad.ground.privacy.names.NameIndex;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;

/** {@code samlad names}: the names that the guard looks for in texts. */
@Command(
    name = "names",
    mixinStandardHelpOptions = true,
    description =
        "Läser in namnstatistik som personuppgiftsvakten letar efter, och visar vad som används.")
public final class NamesCommand implements ConsoleCommand {

  private static final int FEWEST = 100;

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println("Ange load, show eller unload. bin/samlad names --help visar hur.");
    return 2;
  }

  @Command(
      name = "load",
      mixinStandardHelpOptions = true,
      description = {
        "Läser in filer med namn och antal bärare (CSV, också packad med gzip, eller XLSX) som SCB publicerar dem.",
        "Listan ersätter en tidigare inläst; de vanligaste namnen som följer med Samlad används alltid."
      })
  int load(
      @Option(
              names = "--kind",
              description =
                  "GIVEN (förnamn, tilltalsnamn) eller SURNAME (efternamn); annars av filens namn.")
          @Nullable
          Kind kind,
      @Parameters(arity = "1..*", paramLabel = "FIL") List<Path> files) {
    Map<Path, Kind> kinds = new LinkedHashMap<>();
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IllegalStateException("Filen " + file + " finns inte eller går inte att läsa.");
      }
      kinds.put(
          file,
          kind != null
              ? kind
              : Kind.of(file)
                  .orElseThrow(() -> new IllegalStateException("Det framgår inte av namnet om "
                      + file + " är förnamn eller efternamn. Ange --kind GIVEN eller SURNAME.")));
    }
    NameIndex.Builder names = new NameIndex.Builder();
    kinds.forEach((file, of) -> read(file, of, names));
    return opener.open(context -> {
      NameRegister.Loaded loaded = context.getBean(NameRegister.class).load(names);
      System.out.printf(
          "%d förnamn och %d efternamn används från och med nu, inom en minut också i en server som är igång.%n",
          loaded.givenNames(), loaded.surnames());
      return 0;
    });
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Visar vilken lista som används.")
  int show() {
    return opener.open(context -> {
      System.out.println(context
          .getBean(NameRegister.class)
          .loaded()
          .map(loaded -> String.format(
              "%d förnamn och %d efternamn, inlästa %s",
              loaded.givenNames(), loaded.surnames(), loaded.at()))
          .orElse("Listan som följer med Samlad: de vanligaste namnen."));
      return 0;
    });
  }

  @Command(
      name = "unload",
      mixinStandardHelpOptions = true,
      description = "Går tillbaka till listan som följer med Samlad.")
  int unload() {
    return opener.open(context -> {
      boolean removed = context.getBean(NameRegister.class).unload();
      System.out.println(removed ? "Den inlästa listan är borttagen." : "Ingen lista var inläst.");
      return 0;
    });
  }

  private static void read(Path file, Kind kind, NameIndex.Builder into) {
    try {
      Read read = NameFile.read(file, kind, into);
      System.err.printf(
          "%s: %d namn, %d andra rader hoppades över%n",
          file.getFileName(), read.names(), read.others());
      if (read.names() < FEWEST) {
        throw new IllegalStateException("Filen " + file + " gav bara " + read.names()
            + " namn. Den ska ha ett namn och ett antal på varje rad. Inget är ändrat.");
      }
    } catch (IOException e) {
      throw new IllegalStateException("Filen " + file + " går inte att läsa: " + e.getMessage(), e);
    }
  }
}
