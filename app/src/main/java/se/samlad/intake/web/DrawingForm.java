package se.samlad.intake.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.intake.Drafts.Sight;
import se.samlad.intake.Field;
import se.samlad.intake.Grid;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Mapping;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.file.TextForm;

/** What the form of the wizard says, read and told. */
final class DrawingForm {

  private static final Set<Field> OF_CRIMES = Set.of(Field.CODE, Field.LABEL, Field.OFFENCES);
  private static final Set<Field> OF_REPORTS = Set.of(Field.CATEGORY, Field.TEXT);

  private DrawingForm() {}

  /** The fields rows of the target can have, in the order they are asked for. */
  static List<Field> fields(Target target) {
    Set<Field> others = target == Target.CRIMES ? OF_REPORTS : OF_CRIMES;
    List<Field> fields = new ArrayList<>(List.of(Field.values()));
    fields.removeAll(others);
    return fields;
  }

  /** How the text of the file is written, as chosen; unsaid before anything was chosen. */
  static TextForm form(Map<String, String> said) {
    String encoding = said.getOrDefault("kodning", "");
    String separator = said.getOrDefault("avgransare", "").replace("tab", "\t");
    if (!encoding.isEmpty() && !TextForm.ENCODINGS.contains(encoding)) {
      throw new InvalidInput("kodning", "intake.map.encoding");
    }
    if (!separator.isEmpty() && !TextForm.SEPARATORS.contains(separator)) {
      throw new InvalidInput("avgransare", "intake.map.separator");
    }
    return new TextForm(encoding, separator);
  }

  static Drawing drawing(Map<String, String> said, Sight sight) {
    Target target =
        said.getOrDefault("blir", "").equals("rapporter") ? Target.REPORTS : Target.CRIMES;
    Grid grid = Grid.find(said.getOrDefault("system", ""))
        .orElseThrow(() -> new InvalidInput("system", "intake.map.grid"));
    Map<Field, String> columns = new EnumMap<>(Field.class);
    for (Field field : fields(target)) {
      String heading = said.getOrDefault("falt_" + field, "");
      if (sight.headings().contains(heading) && !heading.isEmpty()) {
        columns.put(field, heading);
      }
    }
    TextForm form = sight.form().orElse(TextForm.UNSAID);
    return new Drawing(
        said.getOrDefault("namn", ""),
        new Mapping(
            target,
            columns,
            Set.of(),
            !said.getOrDefault("rubrikrad", "").equals("nej"),
            form.encoding(),
            form.separator(),
            grid,
            Map.of()),
        said.getOrDefault("delas", "COARSE"));
  }
}
