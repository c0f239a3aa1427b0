package se.samlad.ground.geography;

import se.samlad.ground.geography.drawing.PathText;

/** The shapes of categories on maps and in lists, told apart without colour. */
public enum MapSymbol {
  SQUARE,
  CIRCLE,
  TRIANGLE,
  DIAMOND,
  WEDGE,
  PLUS,
  DOT;

  /** The shape of a symbol class: kat1 is the square, kat6 the plus; anything else is a dot. */
  public static MapSymbol of(String symbol) {
    return switch (symbol) {
      case "kat1" -> SQUARE;
      case "kat2" -> CIRCLE;
      case "kat3" -> TRIANGLE;
      case "kat4" -> DIAMOND;
      case "kat5" -> WEDGE;
      case "kat6" -> PLUS;
      default -> DOT;
    };
  }

  /** A picture of its own for lists and legends, 14 by 14 pixels, said in words beside it. */
  public static String picture(String symbol) {
    return "<svg width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" aria-hidden=\"true\" focusable=\"false\">"
        + of(symbol).svg(" class=\"k-p " + symbol + "\"", 7, 7, 4.6) + "</svg>";
  }

  /**
   * The shape around a point.
   *
   * @param inked attributes that colour it
   * @param r half its size
   */
  public String svg(String inked, double x, double y, double r) {
    return switch (this) {
      case SQUARE ->
        "<rect" + inked + " x=\"" + n(x - r * .9) + "\" y=\"" + n(y - r * .9) + "\" width=\""
            + n(r * 1.8) + "\" height=\"" + n(r * 1.8) + "\"/>";
      case CIRCLE ->
        "<circle" + inked + " cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(r) + "\"/>";
      case DOT ->
        "<circle" + inked + " cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(r * .8) + "\"/>";
      case TRIANGLE -> path(inked, x, y - r * 1.2, step(r * 1.15, r * 2) + "h" + n(-r * 2.3) + "z");
      case DIAMOND ->
        path(
            inked,
            x,
            y - r * 1.25,
            step(r * 1.25, r * 1.25) + step(-r * 1.25, r * 1.25) + step(-r * 1.25, -r * 1.25)
                + "z");
      case WEDGE ->
        path(inked, x - r * 1.15, y - r, "h" + n(r * 2.3) + step(-r * 1.15, r * 2) + "z");
      case PLUS -> plus(inked, x, y, r);
    };
  }

  private static String plus(String inked, double x, double y, double r) {
    double arm = r * .45;
    double end = r * 1.1;
    double out = end - arm;
    return path(
        inked,
        x - arm,
        y - end,
        "h" + n(2 * arm) + "v" + n(out) + "h" + n(out) + "v" + n(2 * arm) + "h" + n(-out) + "v"
            + n(out) + "h" + n(-2 * arm) + "v" + n(-out) + "h" + n(-out) + "v" + n(-2 * arm) + "h"
            + n(out) + "z");
  }

  private static String path(String inked, double x, double y, String rest) {
    return "<path" + inked + " d=\"M" + n(x) + " " + n(y) + rest + "\"/>";
  }

  private static String step(double dx, double dy) {
    return "l" + n(dx) + " " + n(dy);
  }

  private static String n(double pixels) {
    return PathText.number(pixels);
  }
}
