package se.samlad.ground.geography;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.ground.geography.drawing.Frame;
import se.samlad.ground.geography.drawing.Ground;
import se.samlad.ground.geography.drawing.Ink;
import se.samlad.ground.geography.drawing.Marks;
import se.samlad.ground.geography.drawing.Names;
import se.samlad.ground.geography.drawing.Paper;

/**
 * Draws a sheet of the base map with marks as SVG, for pages (without script too), meetings, documents and print. For pages it carries
 * classes, so that light, dark and the meeting's large text follow the style sheet; for documents attributes.
 */
@Component
public class MapDrawing {

  private final BaseMap maps;

  MapDrawing(BaseMap maps) {
    this.maps = maps;
  }

  /**
   * How a map is drawn.
   *
   * @param label what the map shows, as the finding; empty when the text beside it says it all, then the map is hidden from screen readers
   * @param print with attributes for a document in place of classes
   * @param large with room for the meeting's large text
   */
  public record Look(String label, boolean print, boolean large) {

    public static Look page(String label) {
      return new Look(label, false, false);
    }

    public static Look print(String label) {
      return new Look(label, true, false);
    }

    public static Look meeting(String label) {
      return new Look(label, false, true);
    }
  }

  /** The map for a page whose text says what it shows. */
  public String svg(MapFrame frame, List<? extends MapMark> marks, int widthPx, int heightPx) {
    return svg(frame, marks, widthPx, heightPx, Look.page(""));
  }

  public String svg(
      MapFrame frame, List<? extends MapMark> marks, int widthPx, int heightPx, Look look) {
    return draw(maps.sheet(), frame, marks, widthPx, heightPx, look);
  }

  /** The frame of the whole municipality; of 4 km somewhere in Sweden when nothing is known of its land. */
  public MapFrame whole() {
    MapFrame whole = maps.sheet().whole();
    return whole == null ? new MapFrame(498_000, 6_558_000, 502_000, 6_562_000) : whole;
  }

  /** The square of the map sheet a point lies in, as C3 (Swedish: ruta). */
  public String square(double easting, double northing) {
    return maps.sheet().grid().square(easting, northing);
  }

  static String draw(
      BaseSheet sheet,
      MapFrame frame,
      List<? extends MapMark> marks,
      int width,
      int height,
      Look look) {
    Ink ink = look.print() ? Ink.PRINT : Ink.PAGE;
    double text = look.large() ? 22 : 12;
    int band = look.large() ? 40 : width < 320 ? 18 : 26;
    Paper paper = new Paper(frame, width, height, band);
    Ground ground = new Ground(sheet, paper, ink);
    Frame edge = new Frame(paper, sheet.grid(), ink, text);
    Names names = new Names(ink, text, paper.inside());
    edge.keepFree(names);
    Marks laid = new Marks(paper, ink, names);
    marks.forEach(laid::add);
    String land = ground.svg();
    ground.write(names, !sheet.districtsNamed());
    return opening(width, height, look) + land + edge.lines() + names + laid.svg() + edge.edge()
        + "</svg>";
  }

  private static String opening(int width, int height, Look look) {
    String named = look.label().isEmpty()
        ? "aria-hidden=\"true\" focusable=\"false\""
        : "role=\"img\" aria-label=\"" + escaped(look.label()) + "\"";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kartbild\" viewBox=\"0 0 " + width
        + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\" " + named + ">\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
