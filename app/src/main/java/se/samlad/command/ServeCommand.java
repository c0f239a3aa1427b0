package se.samlad.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.samlad.ground.storage.Settings;

/** {@code samlad serve}: runs the system; an empty one opens with the first-run guide. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Kör systemet. Ett tomt system visar guiden för första starten.")
final class ServeCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Web.serve(Settings.read(System.getenv()), false, context -> {}, System.out, System.err);
  }
}
