package se.samlad.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samlad.analysis.verify.Verification;

/** {@code samlad analyse verify FOLDER...}: whether this installation reckons as independent software does. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Räknar om mappar med indata och jämför med de värden oberoende program gett, en rad per grupp av värden.",
      "En mapp är upplagd som reference/KIND/NAME eller är en förälder till sådana; KIND säger metoden.",
      "Avslutar med 0 om allt stämmer, 1 om något värde avviker, 2 om en mapp är av okänt slag."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Mapp att kontrollera.")
  List<Path> folders = new ArrayList<>();

  @Override
  public Integer call() {
    return Verification.run(folders, System.out, System.err);
  }
}
