package se.samlad.command;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samlad.ground.storage.Settings;

/** {@code samlad demo}: runs the system with the made-up municipality Lindesta; never beside real data, never on the net unasked. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Kör systemet med den påhittade kommunen Lindesta. Alla roller är öppna utan lösenord,",
      "därför bara på den egna datorn om inte --open anges, och aldrig ihop med riktiga data."
    })
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--open",
      description =
          "Tillåt en annan adress än 127.0.0.1: alla som når den kan välja vilken roll som helst.")
  boolean open;

  @Override
  public Integer call() throws SQLException {
    Settings settings = Settings.read(System.getenv());
    if (refuses(settings.address(), open)) {
      System.err.println("Demon körs bara på 127.0.0.1, inte på " + settings.address()
          + ": alla som når den kan välja vilken roll som helst. Vill du det, ange --open.");
      return 1;
    }
    return Web.serve(settings, true, context -> {}, System.out, System.err);
  }

  static boolean refuses(String address, boolean open) {
    return !open && !address.equals("127.0.0.1");
  }
}
