package se.samlad.situation.sheet;

import java.util.Locale;
import se.samlad.situation.PictureFigures.Count;

/** The measure bar (Swedish: mätstav): a band for what is expected and a mark for what came. Colours are the paper's own, which is light. */
final class MeasureBar {

  private static final double WIDTH = 150;
  private static final double HEIGHT = 16;
  private static final double MARGIN = 4;

  private MeasureBar() {}

  /** The bar as SVG, or empty when there is nothing to compare with. */
  static String of(Count count, String words) {
    Integer value = count.value();
    Integer lower = count.lower();
    Integer upper = count.upper();
    if (value == null || lower == null || upper == null) {
      return "";
    }
    double scale = (WIDTH - 2 * MARGIN) / Math.max(1, Math.max(value, upper) * 1.15);
    double from = MARGIN + lower * scale;
    double to = MARGIN + upper * scale;
    double mark = MARGIN + value * scale;
    String colour = value > upper ? "#BF5409" : "#0072B2";
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="stav" width="150" height="16" viewBox="0 0 150 16" role="img" aria-label="%1$s" alt="%1$s"><path d="M2 8H148" stroke="#C9D0CB" stroke-width="1" fill="none"/><rect x="%2$.1f" y="4" width="%3$.1f" height="8" fill="#D5DEDA" stroke="#9DABA4" stroke-width="1"/><rect x="%4$.1f" y="0" width="4" height="%5$.0f" fill="%6$s"/></svg>""",
        escaped(words),
        from,
        Math.max(2, to - from),
        Math.max(0, mark - 2),
        HEIGHT,
        colour);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
