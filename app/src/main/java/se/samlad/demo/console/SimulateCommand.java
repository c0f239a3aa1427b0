package se.samlad.demo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.demo.simulation.Simulation;
import se.samlad.demo.simulation.SimulationPlan;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.web.Formats;

/** {@code samlad simulate}: a municipality of its own with very many made-up incidents, to measure speed with. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Fyller en egen, påhittad kommun med många händelser, för att mäta hur snabbt systemet är.",
      "Kommunen märks som demo. Vägrar om databasen har en riktig kommun eller om kortnamnet är taget."
    })
public final class SimulateCommand implements ConsoleCommand {

  private static final Formats FORMATS = Formats.in(Locale.of("sv"));

  private ApplicationOpener opener = work -> 1;

  @Option(
      names = "--incidents",
      defaultValue = "1000000",
      description = "Antal händelser, 1 till 50000000; grundvärde ${DEFAULT-VALUE}.")
  private int incidents;

  @Option(
      names = "--weeks",
      defaultValue = "260",
      description = "Veckor bakåt från den senast avslutade; grundvärde ${DEFAULT-VALUE}.")
  private int weeks;

  @Option(
      names = "--seed",
      defaultValue = "20140301",
      description = "Samma frö, antal och vecka ger samma händelser; grundvärde ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--slug",
      defaultValue = "simstad",
      description = "Kommunens kortnamn i adresser; grundvärde ${DEFAULT-VALUE}.")
  private String slug = "";

  @Option(
      names = "--name",
      defaultValue = "Simstad",
      description = "Kommunens namn; grundvärde ${DEFAULT-VALUE}.")
  private String name = "";

  @Override
  public void useApplication(ApplicationOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    SimulationPlan plan;
    try {
      plan = new SimulationPlan(slug, name, incidents, weeks, seed);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return 2;
    }
    return opener.open(context -> run(context, plan));
  }

  private static int run(ApplicationContext context, SimulationPlan plan) {
    Instant start = Instant.now();
    Simulation simulation = context.getBean(Simulation.class);
    simulation.requireDemosOnly();
    Municipality made = simulation.fill(
        plan,
        done -> System.err.println(FORMATS.number(done) + " av "
            + FORMATS.number(plan.incidents()) + " händelser, "
            + Duration.between(start, Instant.now()).toSeconds() + " s"));
    System.out.println(made.slug());
    return 0;
  }
}
