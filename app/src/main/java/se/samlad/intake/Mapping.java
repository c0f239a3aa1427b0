package se.samlad.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.samlad.intake.file.TextForm;

/**
 * How the rows of a file are read (Swedish: uppställning).
 *
 * @param columns which heading holds which field; a file that lacks one of them is not of this kind
 * @param optional fields of {@code columns} a file may lack
 * @param header whether the first row holds the headings; else columns are called 1, 2, 3
 * @param encoding the name of the text's encoding, empty to tell it from the text
 * @param separator what parts the cells of a text, empty to tell it from the first row
 * @param grid the reference system of coordinates
 * @param categories what the rows call a kind of event, to a category's code, or to nothing for kinds that are left out
 */
public record Mapping(
    Target target,
    Map<Field, String> columns,
    Set<Field> optional,
    boolean header,
    String encoding,
    String separator,
    Grid grid,
    Map<String, String> categories) {

  /** A draft nothing has been said about. */
  public static final Mapping UNSAID =
      new Mapping(Target.CRIMES, Map.of(), Set.of(), true, "", "", Grid.WGS84, Map.of());

  /** What rows become. */
  public enum Target {
    /** Recorded crime. */
    CRIMES,
    /** Reports from an earlier system. */
    REPORTS
  }

  public Mapping {
    columns = Map.copyOf(columns);
    optional = Set.copyOf(optional);
    categories = Map.copyOf(categories);
  }

  public Mapping withCategories(Map<String, String> more) {
    return new Mapping(target, columns, optional, header, encoding, separator, grid, more);
  }

  /** How the text is written, as far as it was said. */
  public TextForm form() {
    return new TextForm(encoding, separator);
  }

  public boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** The heading of a field's column, as errors name it. */
  public String heading(Field field) {
    return columns.getOrDefault(field, field.headings().getFirst());
  }

  /** The words of a kind of event as they are looked up. */
  public static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
