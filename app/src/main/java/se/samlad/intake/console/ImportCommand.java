package se.samlad.intake.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Formats;
import se.samlad.intake.Import;
import se.samlad.intake.Import.Note;
import se.samlad.intake.Import.State;
import se.samlad.intake.ImportWork;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.NewImport;
import se.samlad.intake.Profile;
import se.samlad.intake.RowProblems;

/** {@code samlad import}: a police file from the command line, read where it lies. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Importerar en fil med anmälda brott eller med rapporter från ett äldre system: CSV eller XLSX. Samma fil kan importeras flera gånger; bara det som saknas läggs till.",
      "Slutar med 0 när alla rader kunde läsas, 3 när en del rader hade fel och de andra lades in, 1 när filen inte kunde läsas."
    })
public final class ImportCommand implements ConsoleCommand {

  private static final Locale SWEDISH = Locale.of("sv");
  private static final Formats FORMATS = Formats.in(SWEDISH);
  private static final int SHOWN_ERRORS = 20;
  private static final int SOME_ROWS_WRONG = 3;

  private ApplicationOpener opener = work -> 1;

  @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
  private String municipality = "";

  @Option(
      names = "--profile",
      description =
          "polis-leverans, polis-a, polis-b eller en sparad uppställnings kortnamn. Utelämnas när --save anges.")
  private String profile = "";

  @Option(names = "--dry-run", description = "Provkör: kontrollera allt, skriv inget.")
  private boolean dryRun;

  @Option(
      names = "--on-word-of",
      description =
          "På vems ord uppgifterna används, till exempel en överenskommelse. Krävs första gången för en profil.")
  private @Nullable String onWordOf;

  @Option(names = "--owner", description = "Polisorganisationens id, när kommunen har flera.")
  private @Nullable UUID owner;

  @Mixin
  private ShownMapping shown = new ShownMapping();

  @Option(names = "--errors", description = "Fil att skriva radernas fel till, som CSV.")
  private @Nullable Path errors;

  @Parameters(paramLabel = "FIL", description = "Filen att importera.")
  private Path file = Path.of("");

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException {
    if (profile.isBlank() == shown.name().isEmpty()) {
      System.err.println("Ange antingen --profile eller --save.");
      return 2;
    }
    if (!Files.isRegularFile(file)) {
      System.err.println("Filen " + file + " finns inte.");
      return 2;
    }
    long size = Files.size(file);
    String name = String.valueOf(file.getFileName());
    return opener.open(context -> run(context, name, size));
  }

  private int run(ApplicationContext context, String name, long size) {
    MunicipalityId id = context
        .getBean(Municipalities.class)
        .find(municipality)
        .orElseThrow(() -> new IllegalStateException("Kommunen " + municipality
            + " finns inte. bin/samlad municipality list visar dem som finns."));
    Import entered = enter(context, id, name, size);
    Import done =
        context.getBean(ImportWork.class).run(id, entered.id(), file, ImportCommand::progress);
    if (done.state() != State.DONE) {
      done.refusal()
          .forEach(why -> System.err.println(
              context.getMessage(why.messageKey(), why.arguments().toArray(), SWEDISH)));
      return 1;
    }
    tell(done);
    if (done.wrong() > 0) {
      context.getBean(Tenancy.class).readAs(Actor.system(id), () -> showErrors(context, done));
    }
    System.out.println(done.id());
    return done.wrong() == 0 ? 0 : SOME_ROWS_WRONG;
  }

  private Import enter(ApplicationContext context, MunicipalityId id, String name, long size) {
    try {
      return context.getBean(Tenancy.class).as(Actor.system(id), () -> {
        Imports imports = context.getBean(Imports.class);
        Profile chosen = shown.name().isEmpty()
            ? imports.profile(profile).orElseThrow(() -> unknown(imports))
            : imports.remember(shown.drawing(), owner, onWordOf);
        return imports.enter(new NewImport(chosen, name, size, dryRun, onWordOf, owner));
      });
    } catch (InvalidInput invalid) {
      var problem = invalid.problems().getFirst();
      throw new IllegalStateException(
          context.getMessage(problem.messageKey(), problem.arguments().toArray(), SWEDISH),
          invalid);
    } catch (Refused refused) {
      throw new IllegalStateException(
          context.getMessage(refused.messageKey(), refused.arguments().toArray(), SWEDISH),
          refused);
    }
  }

  private IllegalStateException unknown(Imports imports) {
    return new IllegalStateException("Uppställningen " + profile + " finns inte. Välj en av "
        + imports.profiles().stream().map(Profile::slug).collect(Collectors.joining(", ")) + ".");
  }

  private static void progress(Import run) {
    if (run.rowsRead() % 10_000 < 1000) {
      System.err.println(FORMATS.number(run.rowsRead()) + " av " + FORMATS.number(run.rowsTotal())
          + " rader lästa");
    }
  }

  private static void tell(Import done) {
    line(done.dryRun() ? "Rader som skulle läggas till" : "Rader tillagda", done.accepted());
    line("  brott i dem (Antal)", done.offences());
    line("Rader som redan fanns", done.already());
    line("  med annat innehåll än förut; det gamla står kvar", done.changed());
    line("Rader med fel", done.wrong());
    line("Rader som gäller en annan kommun", done.note(Note.ELSEWHERE));
    line("Rader utan område", done.note(Note.WITHOUT_AREA));
    line("Nya områden, bara vid namn", done.note(Note.NEW_AREAS));
    line("Rader av slag som lämnas ute", done.note(Note.LEFT_OUT));
    if (!done.lateWeeks().isEmpty()) {
      System.out.println("Sena rader i tidigare veckor: "
          + done.lateWeeks().entrySet().stream()
              .map(week -> IsoWeek.of(week.getKey()) + " (" + week.getValue() + ")")
              .collect(Collectors.joining(", ")));
    }
    line("Nya brottskoder", done.note(Note.NEW_CODES));
    line("Rader inskrivna före brottsdagen", done.note(Note.RECORDED_BEFORE));
    line("Rader från förut som saknas i den här filen; de ligger kvar", done.missing());
  }

  private static void line(String what, long number) {
    if (number > 0) {
      System.out.println(what + ": " + FORMATS.number(number));
    }
  }

  private boolean showErrors(ApplicationContext context, Import done) {
    RowProblems problems = context.getBean(RowProblems.class);
    List<String> lines = context.getBean(Imports.class).errors(done.id(), SHOWN_ERRORS, 0).stream()
        .map(problem -> "Rad " + problem.number() + ", " + problems.sentence(problem, SWEDISH))
        .toList();
    lines.forEach(System.err::println);
    if (errors != null) {
      try (BufferedWriter out = Files.newBufferedWriter(errors)) {
        problems.write(done.id(), out, SWEDISH);
      } catch (IOException e) {
        throw new UncheckedIOException("Felen går inte att skriva till " + errors + ".", e);
      }
    }
    return true;
  }
}
