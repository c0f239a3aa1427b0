package se.samlad.intake.console;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import se.samlad.intake.Field;
import se.samlad.intake.Grid;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Mapping;
import se.samlad.intake.Mapping.Target;

/** How a file is read, said in the command: saved by name, so that the next file of the source needs its short name only. */
final class ShownMapping {

  @Option(
      names = "--save",
      description = "Spara uppställningen nedan under detta namn och läs filen efter den.")
  private String name = "";

  @Option(
      names = "--map",
      paramLabel = "FÄLT=RUBRIK",
      description =
          "Vilken kolumn som har fältet, till exempel FROM=Skapad. Fält: ID CODE LABEL CATEGORY TEXT RECORDED FROM TO FROM_DAY FROM_TIME TO_DAY TO_TIME OFFENCES MUNICIPALITY AREA NORTH EAST STREET STREET_NUMBER.")
  private Map<Field, String> columns = new EnumMap<>(Field.class);

  @Option(
      names = "--category",
      paramLabel = "ORD=KOD",
      description = "Vilken kategori filens ord betyder; tom kod lämnar ute raderna.")
  private Map<String, String> categories = new HashMap<>();

  @Option(
      names = "--target",
      description = "CRIMES (anmälda brott) eller REPORTS (rapporter från ett äldre system).")
  private Target target = Target.CRIMES;

  @Option(
      names = "--grid",
      description = "Koordinaternas system: wgs84, sweref99tm, 1200, 1330 … 2315.")
  private String grid = Grid.WGS84.code();

  @Option(
      names = "--encoding",
      description = "UTF-8, windows-1252, UTF-16LE eller UTF-16BE; annars känns den igen.")
  private String encoding = "";

  @Option(names = "--separator", description = "Tecknet mellan kolumnerna; annars känns det igen.")
  private String separator = "";

  @Option(
      names = "--no-header",
      description = "Filen har ingen rubrikrad; kolumnerna heter 1, 2, 3.")
  private boolean noHeader;

  @Option(names = "--sharing", description = "OWNER, COARSE eller, för rapporter, GROUP.")
  private String sharing = "COARSE";

  String name() {
    return name;
  }

  Drawing drawing() {
    Map<String, String> words = new HashMap<>();
    categories.forEach((word, code) -> words.put(Mapping.word(word), code));
    Grid chosen = Grid.find(grid)
        .orElseThrow(() -> new IllegalStateException("Koordinatsystemet " + grid + " finns inte."));
    return new Drawing(
        name,
        new Mapping(target, columns, Set.of(), !noHeader, encoding, separator, chosen, words),
        sharing);
  }
}
