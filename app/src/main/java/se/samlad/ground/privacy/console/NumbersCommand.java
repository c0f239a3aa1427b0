package se.samlad.ground.privacy.console;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.privacy.OwnNumbers;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** {@code samlad numbers}: a municipality's own phone numbers that the guard leaves in texts. */
@Command(
    name = "numbers",
    mixinStandardHelpOptions = true,
    description = "Kommunens egna telefonnummer som vakten låter stå kvar i texter.")
public final class NumbersCommand implements ConsoleCommand {

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println("Ange add, list eller remove. bin/samlad numbers --help visar hur.");
    return 2;
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Lägger till ett nummer.")
  int add(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(
              names = "--label",
              required = true,
              description = "Vart numret går, till exempel växeln.")
          String label,
      @Parameters(paramLabel = "NUMMER", description = "Numret, eller en serie med * sist.")
          String number) {
    return run(municipality, context -> {
      System.out.println(context.getBean(OwnNumbers.class).add(number, label).number());
      return 0;
    });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Visar numren.")
  int list(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality) {
    return run(municipality, context -> {
      context
          .getBean(OwnNumbers.class)
          .list()
          .forEach(each -> System.out.printf("%-16s %s%n", each.number(), each.label()));
      return 0;
    });
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Tar bort ett nummer.")
  int remove(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Parameters(paramLabel = "NUMMER", description = "Numret som list visar det.")
          String number) {
    return run(municipality, context -> {
      context.getBean(OwnNumbers.class).remove(number);
      return 0;
    });
  }

  private int run(String slug, Function<ApplicationContext, Integer> work) {
    return opener.open(context -> {
      var municipality = context
          .getBean(Municipalities.class)
          .find(slug)
          .orElseThrow(() -> new IllegalStateException("Kommunen " + slug
              + " finns inte. bin/samlad municipality list visar dem som finns."));
      try {
        return context
            .getBean(Tenancy.class)
            .as(Actor.system(municipality), () -> work.apply(context));
      } catch (InvalidInput invalid) {
        var problem = invalid.problems().getFirst();
        throw new IllegalStateException(
            say(context, problem.messageKey(), problem.arguments().toArray()), invalid);
      } catch (Refused refused) {
        throw new IllegalStateException(
            say(context, refused.messageKey(), refused.arguments().toArray()), refused);
      } catch (NotFound absent) {
        throw new IllegalStateException("Numret finns inte i listan.", absent);
      }
    });
  }

  private static String say(ApplicationContext context, String key, Object... arguments) {
    return context.getMessage(key, arguments, Locale.of("sv"));
  }
}
