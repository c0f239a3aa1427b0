package se.samlad.ground.web;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Writes one SVG with classes only; without a description it is a decoration. */
public final class Svg {

  private final StringBuilder text = new StringBuilder(4096);

  public Svg(String cssClass, int width, int height, String description) {
    text.append("<svg class=\"")
        .append(cssClass)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" xmlns=\"http://www.w3.org/2000/svg\" ")
        .append(
            description.isEmpty()
                ? "aria-hidden=\"true\" focusable=\"false\">"
                : "role=\"img\" aria-label=\"" + HtmlUtils.htmlEscape(description, "UTF-8")
                    + "\">");
  }

  public void path(String cssClass, String d) {
    if (!d.isEmpty()) {
      text.append("<path class=\"").append(cssClass).append("\" d=\"").append(d).append("\"/>");
    }
  }

  public void rect(String cssClass, double x, double y, double width, double height) {
    text.append("<rect class=\"").append(cssClass).append('"');
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    text.append("/>");
  }

  public void circle(String cssClass, double x, double y, double radius) {
    text.append("<circle class=\"").append(cssClass).append('"');
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    text.append("/>");
  }

  public void text(double x, double y, String anchor, String cssClass, String words) {
    text.append("<text");
    attribute("x", x);
    attribute("y", y);
    text.append(" text-anchor=\"").append(anchor).append('"');
    if (!cssClass.isEmpty()) {
      text.append(" class=\"").append(cssClass).append('"');
    }
    text.append('>').append(HtmlUtils.htmlEscape(words, "UTF-8")).append("</text>");
  }

  public String close() {
    return text.append("</svg>").toString();
  }

  private void attribute(String name, double value) {
    text.append(' ').append(name).append("=\"").append(n(value)).append('"');
  }

  /** A coordinate with one decimal, none where it is whole. */
  public static String n(double value) {
    String written = String.format(Locale.ROOT, "%.1f", value);
    return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
  }
}
