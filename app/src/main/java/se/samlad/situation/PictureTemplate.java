package se.samlad.situation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.TextGuard;
import se.samlad.situation.jdbc.TemplateStore;

/**
 * Order and headings of a picture's blocks (Swedish: mall). A municipality has its own rows or the shipped ones, whose sections follow a
 * Swedish municipality's published headings: samlad problembild, anmälda observationer, orsaksanalys, uppföljning, orosfaktorer.
 */
@Service
public class PictureTemplate {

  private static final List<Row> SHIPPED = List.of(
      new Row(BlockKind.BRIEF, "Läget i korthet", "Samlad problembild"),
      new Row(BlockKind.KEY_FIGURES, "Nyckeltal", "Anmälda observationer"),
      new Row(BlockKind.MAP, "Var", "Anmälda observationer"),
      new Row(BlockKind.HOTSPOTS, "Hotspots", "Orsaksanalys och prioriteringar"),
      new Row(BlockKind.WHEN, "När", "Anmälda observationer"),
      new Row(
          BlockKind.MEASURES,
          "Åtgärder från förra mötet",
          "Uppföljning och utvärdering från tidigare period"),
      new Row(BlockKind.AHEAD, "Att vänta", "Kända orosfaktorer"));

  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_SECTION = 80;

  private final TemplateStore store;
  private final TextGuard guard;
  private final Audit audit;

  PictureTemplate(TemplateStore store, TextGuard guard, Audit audit) {
    this.store = store;
    this.guard = guard;
    this.audit = audit;
  }

  /** A block: its heading and the section it stands under. */
  public record Row(BlockKind kind, String heading, String section) {}

  /** The blocks of a new picture, in order. */
  @Transactional(readOnly = true)
  public List<Row> rows() {
    List<Row> own = store.rows();
    return own.isEmpty() ? SHIPPED : own;
  }

  /** Gives the municipality rows of its own; each block once, the brief among them. */
  @Transactional
  public void replace(List<Row> rows) {
    Set<BlockKind> kinds = EnumSet.noneOf(BlockKind.class);
    rows.forEach(row -> kinds.add(row.kind()));
    if (kinds.size() != rows.size() || kinds.size() != BlockKind.values().length) {
      throw new InvalidInput("rows", "situation.template.each");
    }
    store.replace(rows.stream()
        .map(row -> new Row(
            row.kind(),
            checked("heading", row.heading(), 1, LONGEST_HEADING),
            checked("section", row.section(), 0, LONGEST_SECTION)))
        .toList());
    audit.record("picture.template", "picture_template", null, Map.of("rows", rows.size()));
  }

  private String checked(String field, String text, int least, int most) {
    String stripped = text.strip();
    if (stripped.length() < least
        || stripped.length() > most
        || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(field, "situation.template.length", least, most);
    }
    return guard.guard(stripped).text();
  }
}
