package se.samlad.ground.access.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Units;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;

/** {@code samlad organisation}: the organisations of a municipality. */
@Command(
    name = "organisation",
    mixinStandardHelpOptions = true,
    description = "Lägger till och visar en kommuns organisationer.")
public final class OrganisationCommand implements ConsoleCommand {

  private ApplicationOpener opener = work -> 1;

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    System.err.println("Ange create eller list. bin/samlad organisation --help visar hur.");
    return 2;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Lägger till en organisation, med enheter om man vill.")
  int create(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality,
      @Option(names = "--name", required = true, description = "Organisationens namn.") String name,
      @Option(
              names = "--kind",
              defaultValue = "OTHER",
              description = "Slag: ${COMPLETION-CANDIDATES}.")
          OrganisationKind kind,
      @Option(names = "--unit", description = "En enhet som rapporterar; kan ges flera gånger.")
          List<String> units) {
    return InMunicipality.run(opener, municipality, context -> {
      Organisation made = context.getBean(Organisations.class).add(name, kind);
      if (units != null) {
        Units all = context.getBean(Units.class);
        units.forEach(unit -> all.add(
            made.id(), unit, LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")), Set.of()));
      }
      System.out.println(made.id());
      return 0;
    });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Visar organisationerna.")
  int list(
      @Option(names = "--municipality", required = true, description = "Kommunens kortnamn.")
          String municipality) {
    return InMunicipality.run(opener, municipality, context -> {
      context
          .getBean(Organisations.class)
          .list()
          .forEach(organisation -> System.out.printf(
              "%s  %-20s %s%n", organisation.id(), organisation.kind(), organisation.name()));
      return 0;
    });
  }
}
