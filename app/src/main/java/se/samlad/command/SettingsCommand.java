package se.samlad.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.samlad.ground.storage.Settings;

/** {@code samlad settings}: every setting, what it is for and its value. Passwords are not shown. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Visar alla inställningar i miljön, vad de betyder och vad som gäller.")
final class SettingsCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    for (Settings.Documented setting : Settings.ALL) {
      String said = System.getenv(setting.name());
      String shown = said == null || said.isBlank()
          ? setting.standard()
          : setting.name().contains("PASSWORD") ? "(satt)" : said;
      System.out.printf("%-24s %s%n%-24s %s%n", setting.name(), shown, "", setting.meaning());
    }
    return 0;
  }
}
