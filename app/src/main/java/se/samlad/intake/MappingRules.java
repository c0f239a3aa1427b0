package se.samlad.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Mapping.Target;

/** What a mapping must say before a file can be read by it. Problems are told by the names of the fields in the form. */
final class MappingRules {

  private MappingRules() {}

  static void check(Drawing drawing) {
    List<InputProblem> problems = new ArrayList<>();
    Mapping mapping = drawing.mapping();
    String name = drawing.name().strip();
    if (name.length() < 2 || name.length() > 60 || name.chars().anyMatch(c -> c < ' ')) {
      problems.add(InputProblem.of("namn", "intake.source.name"));
    } else if (Profile.find(slug(name)).isPresent()) {
      problems.add(InputProblem.of("namn", "intake.source.taken"));
    }
    Field what = mapping.target() == Target.CRIMES ? Field.CODE : Field.CATEGORY;
    require(problems, mapping, what, "intake.map.what");
    if (!mapping.has(Field.FROM)) {
      require(problems, mapping, Field.FROM_DAY, "intake.map.when");
    }
    if (mapping.has(Field.NORTH) != mapping.has(Field.EAST)) {
      Field lacking = mapping.has(Field.NORTH) ? Field.EAST : Field.NORTH;
      require(problems, mapping, lacking, "intake.map.point");
    }
    Set<String> used = new HashSet<>();
    mapping.columns().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(column -> {
          if (!used.add(Field.bare(column.getValue()))) {
            problems.add(
                InputProblem.of(name(column.getKey()), "intake.map.twice", column.getValue()));
          }
        });
    boolean group = drawing.sharingClass().equals("GROUP") && mapping.target() == Target.REPORTS;
    if (!group && !Set.of("OWNER", "COARSE").contains(drawing.sharingClass())) {
      problems.add(InputProblem.of("delas", "intake.map.sharing"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  /** What the form calls the choice of a column. */
  static String name(Field field) {
    return "falt_" + field;
  }

  /** The name in small letters from a to z, digits and hyphens. */
  static String slug(String name) {
    String plain = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    String kept = plain.substring(0, Math.min(40, plain.length()));
    return kept.length() < 2 ? "kalla-" + Integer.toHexString(name.hashCode()) : kept;
  }

  private static void require(
      List<InputProblem> problems, Mapping mapping, Field field, String key) {
    if (!mapping.has(field)) {
      problems.add(InputProblem.of(name(field), key));
    }
  }
}
