package se.samlad.ground.access.console;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Invitations;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.Role;

/** {@code samlad user}: the members of a municipality. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Bjuder in, visar och stänger en kommuns användare.")
public final class UserCommand implements ConsoleCommand {

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println("Ange create, invite, list eller close. bin/samlad user --help visar hur.");
    return 2;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Lägger till en användare och skriver ut inbjudan på sista raden.")
  int create(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--name", required = true, description = "Namn som visas.") String name,
      @Option(names = "--email", required = true, description = "E-postadress.") String email,
      @Option(
              names = "--role",
              required = true,
              description = "Roll, eller ROLL:Organisation; kan ges flera gånger.")
          List<String> roles) {
    return InMunicipality.run(opener, municipality, context -> {
      List<Grant> grants = roles.stream().map(role -> grant(context, role)).toList();
      Member made = context.getBean(Members.class).add(name, Locale.of("sv"), grants);
      System.out.println(made.id());
      System.out.println(context.getBean(Invitations.class).invite(made.id(), email));
      return 0;
    });
  }

  @Command(
      name = "invite",
      mixinStandardHelpOptions = true,
      description = "Skriver ut en ny inbjudan; den gamla slutar gälla.")
  int invite(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--user", required = true, description = "Användarens id.") UUID user,
      @Option(names = "--email", required = true, description = "E-postadress.") String email) {
    return InMunicipality.run(opener, municipality, context -> {
      UUID member = context.getBean(Members.class).get(user).id();
      System.out.println(context.getBean(Invitations.class).invite(member, email));
      return 0;
    });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Visar användarna.")
  int list(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality) {
    return InMunicipality.run(opener, municipality, context -> {
      context
          .getBean(Members.class)
          .list()
          .forEach(member -> System.out.printf(
              "%s  %-30s %s%n",
              member.id(),
              member.displayName(),
              member.grants().stream()
                  .map(grant -> grant.role().name())
                  .distinct()
                  .toList()));
      return 0;
    });
  }

  @Command(name = "close", mixinStandardHelpOptions = true, description = "Stänger ett konto.")
  int close(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--user", required = true, description = "Användarens id.") UUID user) {
    return InMunicipality.run(opener, municipality, context -> {
      Members members = context.getBean(Members.class);
      members.close(members.get(user).id());
      return 0;
    });
  }

  private static Grant grant(ApplicationContext context, String text) {
    String[] parts = text.split(":", 2);
    try {
      Role role = Role.valueOf(parts[0].toUpperCase(Locale.ROOT));
      return parts.length == 1
          ? Grant.of(role)
          : Grant.of(role, InMunicipality.organisation(context, parts[1]).id());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "Rollen " + text + " går inte att ge. Roller: " + List.of(Role.values())
              + "; REPORTER och ORGANISATION_COORDINATOR kräver organisation, till exempel REPORTER:Parkenheten.",
          wrong);
    }
  }
}
