package se.samlad.ground.access.console;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.audit.AuditFilter;
import se.samlad.ground.audit.AuditTrail;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;

/** {@code samlad audit}: who did what, when, and to what, in one municipality. The rows hold ids and plain values, so no content is shown. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Visar vem som gjort vad, när och med vad i en kommun, äldst först. Visar aldrig texter, platser eller annat innehåll.",
      "Att loggen lästes skrivs i loggen. Går att köra medan systemet är i gång."
    })
public final class AuditCommand implements ConsoleCommand {

  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");
  private static final Pattern VERB = Pattern.compile("[a-z]+(\\.[a-z_]+)?");
  private static final Pattern KIND = Pattern.compile("[a-z_]{1,60}");

  private ApplicationOpener opener = work -> 1;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
  private String municipality = "";

  @Option(names = "--from", paramLabel = "DATUM", description = "Från och med den dagen.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATUM", description = "Till och med den dagen.")
  private @Nullable String to;

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "Bara en användares rader. bin/samlad user list visar id.")
  private @Nullable String user;

  @Option(
      names = "--verb",
      description = "Bara ett verb, till exempel text.read, eller alla av ett slag: text.")
  private @Nullable String verb;

  @Option(
      names = "--kind",
      paramLabel = "SLAG",
      description = "Bara ett slags föremål, till exempel report eller member.")
  private @Nullable String kind;

  @Option(names = "--object", paramLabel = "ID", description = "Bara ett föremål.")
  private @Nullable String object;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, csv eller json. Annars text.")
  private String format = "text";

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    AuditFilter filter = filter();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    AuditPrinter printer = AuditPrinter.find(format, out)
        .orElseThrow(() ->
            wrong("Formatet " + format + " finns inte. Välj text, csv eller json med --format."));
    return InMunicipality.run(opener, municipality, context -> {
      Map<UUID, String> names = new HashMap<>();
      printer.begin();
      context
          .getBean(AuditTrail.class)
          .read(filter, entry -> printer.print(entry, name(context, names, entry.member())));
      printer.end();
      out.flush();
      return 0;
    });
  }

  private AuditFilter filter() {
    LocalDate first = day("--from", from);
    LocalDate last = day("--to", to);
    if (first != null && last != null && last.isBefore(first)) {
      throw wrong("Perioden slutar " + last + ", innan den börjar " + first + ".");
    }
    return new AuditFilter(
        start(first),
        last == null ? null : start(last.plusDays(1)),
        member(user),
        matching("--verb", verb, VERB, "text.read eller text"),
        matching("--kind", kind, KIND, "report"),
        object);
  }

  private @Nullable LocalDate day(String option, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw wrong(option + " ska vara ett datum som 2026-11-27, inte " + text + ".");
    }
  }

  private @Nullable UUID member(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException unreadable) {
      throw wrong("--user ska vara en användares id, inte " + text
          + ". bin/samlad user list visar dem som finns.");
    }
  }

  private @Nullable String matching(
      String option, @Nullable String text, Pattern pattern, String example) {
    if (text != null && !pattern.matcher(text).matches()) {
      throw wrong(option + " ska skrivas som " + example + ", inte " + text + ".");
    }
    return text;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(HERE).toInstant();
  }

  private static String name(
      ApplicationContext context, Map<UUID, String> names, @Nullable UUID member) {
    return member == null
        ? ""
        : names.computeIfAbsent(
            member,
            id ->
                context.getBean(Members.class).find(id).map(Member::displayName).orElse(""));
  }
}
