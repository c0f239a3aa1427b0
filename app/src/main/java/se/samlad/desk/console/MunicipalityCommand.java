package se.samlad.desk.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.desk.founding.Founding;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.geography.AreaRegister.NewArea;
import se.samlad.ground.geography.GeoJsonOutlines;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;

/** {@code samlad municipality}: the municipalities of the installation. */
@Command(
    name = "municipality",
    mixinStandardHelpOptions = true,
    description = "Lägger till och visar kommuner.")
public final class MunicipalityCommand implements ConsoleCommand {

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println("Ange create eller list. bin/samlad municipality --help visar hur.");
    return 2;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Lägger till en kommun med grundlistan av kategorier.")
  int create(
      @Option(names = "--name", required = true, description = "Kommunens namn.") String name,
      @Option(names = "--slug", description = "Kortnamn i adresser; annars av namnet.") @Nullable
          String slug,
      @Option(names = "--area", description = "Ett område vid namn; kan ges flera gånger.")
          @Nullable
          List<String> areas,
      @Option(
              names = "--areas",
              description =
                  "GeoJSON med områdenas gränser (WGS 84); namnet i egenskapen name eller namn.")
          @Nullable
          Path outlines) {
    List<NewArea> all = new ArrayList<>();
    if (areas != null) {
      areas.forEach(area -> all.add(new NewArea(area, null)));
    }
    if (outlines != null) {
      all.addAll(GeoJsonOutlines.read(text(outlines)));
    }
    String chosen = slug == null ? Founding.slug(name) : slug;
    if (!chosen.matches("[a-z0-9-]{2,40}")) {
      throw new IllegalStateException("Kortnamnet " + chosen
          + " går inte att använda: 2–40 tecken, a–z, siffror och bindestreck.");
    }
    return opener.open(context -> {
      try {
        Municipality made = context.getBean(Founding.class).found(chosen, name, false, all);
        System.out.println(made.slug());
        return 0;
      } catch (Refused refused) {
        throw new IllegalStateException(
            context.getMessage(
                refused.messageKey(), refused.arguments().toArray(), Locale.of("sv")),
            refused);
      } catch (InvalidInput invalid) {
        throw new IllegalStateException(invalid.getMessage(), invalid);
      }
    });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Visar kommunerna.")
  int list() {
    return opener.open(context -> {
      context
          .getBean(Municipalities.class)
          .list()
          .forEach(municipality -> System.out.printf(
              "%-20s %s%s%n",
              municipality.slug(), municipality.name(), municipality.demo() ? " (demo)" : ""));
      return 0;
    });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Filen " + file + " går inte att läsa som UTF-8.", e);
    }
  }
}
