package se.samlad.ground.geography.drawing;

import org.locationtech.jts.geom.Envelope;
import se.samlad.ground.geography.MapGrid;

/** The sheet's edge: grid lines and references, scale bar and north arrow. */
public final class Frame {

  private static final double[] BARS = {
    10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000
  };

  private final Paper paper;
  private final MapGrid grid;
  private final Ink ink;
  private final double size;
  private final double step;
  private final StringBuilder svg = new StringBuilder();

  public Frame(Paper paper, MapGrid grid, Ink ink, double textSize) {
    this.paper = paper;
    this.grid = grid;
    this.ink = ink;
    this.size = textSize;
    double fits = MapGrid.SIDE;
    while (fits / paper.metresPerPixel() < 56) {
      fits *= 2;
    }
    this.step = fits;
  }

  /** Dotted lines between the squares, under the names. */
  public String lines() {
    StringBuilder path = new StringBuilder();
    int top = paper.band();
    int bottom = paper.height() - top;
    int right = paper.width() - top;
    for (double e = firstEasting(); paper.x(e) < right; e += step) {
      path.append('M').append(PathText.number(paper.x(e))).append(' ').append(top);
      path.append('V').append(bottom);
    }
    for (double n = firstNorthing(); paper.y(n) < bottom; n -= step) {
      path.append('M').append(top).append(' ').append(PathText.number(paper.y(n)));
      path.append('H').append(right);
    }
    return path.isEmpty() ? "" : "<path" + ink.of("k-rut") + " d=\"" + path + "\"/>\n";
  }

  /** The band around the map with letters and numbers, and what stands in the corners. */
  public String edge() {
    if (paper.band() > 0) {
      band();
      references();
    }
    scaleBar();
    northArrow();
    return svg.toString();
  }

  /** Keeps names off the corners. */
  public void keepFree(Names names) {
    double bar = barMetres() / paper.metresPerPixel();
    double right = (double) paper.width() - paper.band();
    double bottom = (double) paper.height() - paper.band();
    names.keepFree(new Envelope(right - bar - 36, right, bottom - size * 2 - 12, bottom));
    names.keepFree(new Envelope(right - 36, right, paper.band(), paper.band() + 48.0));
  }

  private void band() {
    int b = paper.band();
    int right = paper.width() - b;
    int bottom = paper.height() - b;
    String inner = "M" + b + " " + b + "H" + right + "V" + bottom + "H" + b + "Z";
    svg.append("<path").append(ink.of("k-ram")).append(" fill-rule=\"evenodd\" d=\"M0 0H");
    svg.append(paper.width()).append('V').append(paper.height()).append("H0Z").append(inner);
    svg.append("\"/><path").append(ink.of("k-ramlinje")).append(" d=\"").append(inner);
    svg.append("\"/>\n");
  }

  private void references() {
    int b = paper.band();
    int right = paper.width() - b;
    int bottom = paper.height() - b;
    StringBuilder ticks = new StringBuilder();
    double before = b;
    for (double e = firstEasting(); ; e += step) {
      double x = Math.min(paper.x(e), right);
      reference(
          MapGrid.column(index(e - step - grid.west())), (before + x) / 2, b * 0.68, x - before);
      if (paper.x(e) >= right) {
        break;
      }
      ticks.append('M').append(PathText.number(x)).append(' ').append(b).append("v-6");
      ticks.append('M').append(PathText.number(x)).append(' ').append(bottom).append("v6");
      before = x;
    }
    before = b;
    for (double n = firstNorthing(); ; n -= step) {
      double y = Math.min(paper.y(n), bottom);
      reference(
          MapGrid.row(index(grid.north() - n - step)),
          b / 2.0,
          (before + y) / 2 + size * 0.35,
          y - before);
      if (paper.y(n) >= bottom) {
        break;
      }
      ticks.append('M').append(b).append(' ').append(PathText.number(y)).append("h-6");
      ticks.append('M').append(right).append(' ').append(PathText.number(y)).append("h6");
      before = y;
    }
    svg.append("<path").append(ink.of("k-ramlinje")).append(" d=\"").append(ticks);
    svg.append("\"/>\n");
  }

  private void reference(String text, double x, double y, double room) {
    if (room >= size * 1.5 && !text.isEmpty()) {
      svg.append("<text").append(ink.of("k-ramtext")).append(" x=\"").append(PathText.number(x));
      svg.append("\" y=\"").append(PathText.number(y)).append("\">").append(text);
      svg.append("</text>");
    }
  }

  private static int index(double metres) {
    return (int) Math.floor(metres / MapGrid.SIDE + 1e-9);
  }

  /** The first line between two squares that lies inside the band. */
  private double firstEasting() {
    double from = paper.easting(paper.band()) - grid.west();
    return grid.west() + (Math.floor(from / step) + 1) * step;
  }

  private double firstNorthing() {
    double from = grid.north() - paper.northing(paper.band());
    return grid.north() - (Math.floor(from / step) + 1) * step;
  }

  /** The longest round length that fits in a fifth of the width. */
  private double barMetres() {
    double room = paper.width() * 0.2 * paper.metresPerPixel();
    double metres = BARS[0];
    for (double bar : BARS) {
      metres = bar <= room ? bar : metres;
    }
    return metres;
  }

  private void scaleBar() {
    double metres = barMetres();
    double length = metres / paper.metresPerPixel();
    double right = paper.width() - paper.band() - 22.0;
    double y = paper.height() - paper.band() - size - 6;
    double left = right - length;
    rect(left - 14, y - size - 6, length + 28, size * 2 + 10);
    svg.append("<path").append(ink.of("k-skala")).append(" d=\"M").append(PathText.number(left));
    svg.append(' ').append(PathText.number(y)).append("v5h").append(PathText.number(length));
    svg.append("v-5M").append(PathText.number(left + length / 2)).append(' ');
    svg.append(PathText.number(y + 2)).append("v3\"/>");
    if (length >= size * 5) {
      text("0", "start", left, y - 4);
    }
    text(metres < 1000 ? (int) metres + " m" : (int) (metres / 1000) + " km", "end", right, y - 4);
  }

  private void northArrow() {
    double x = paper.width() - paper.band() - 24.0;
    double y = paper.band() + 8.0;
    rect(x - 12, y - 2, 28, 40);
    svg.append("<path").append(ink.of("k-skala")).append(" d=\"M").append(PathText.number(x));
    svg.append(' ').append(PathText.number(y + 32)).append("v-26m-5 7l5-8l5 8\"/>");
    text("N", "middle", x + 9, y + 32);
    svg.append('\n');
  }

  private void rect(double x, double y, double width, double height) {
    svg.append("<rect").append(ink.of("k-platta")).append(" x=\"").append(PathText.number(x));
    svg.append("\" y=\"").append(PathText.number(y)).append("\" width=\"");
    svg.append(PathText.number(width)).append("\" height=\"").append(PathText.number(height));
    svg.append("\" rx=\"2\"/>");
  }

  private void text(String words, String anchor, double x, double y) {
    svg.append("<text").append(ink.of("k-tt")).append(" text-anchor=\"").append(anchor);
    svg.append("\" x=\"").append(PathText.number(x)).append("\" y=\"");
    svg.append(PathText.number(y)).append("\">").append(words).append("</text>");
  }
}
