package se.samlad.insight;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.web.util.HtmlUtils;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.Svg;

/**
 * Charts drawn by the server for page, print and PDF: SVG in fixed pixels and an HTML table, with the classes of the style sheets
 * {@code diagram}, {@code figur} and {@code matris} and no style of their own. No text is smaller than 12 pixels.
 */
public final class Charts {

  private static final int STRIP_HEIGHT = 104;
  private static final int STRIP_BASE = 80;
  private static final int LEFT = 34;
  private static final int MATRIX_STEPS = 7;

  private Charts() {}

  /** 52 weekly bars with the expected band, the chosen weeks framed, and weeks that few answered drawn hollow. */
  public static String weekStrip(
      List<WeekPoint> weeks,
      IsoWeek first,
      IsoWeek last,
      String description,
      int width,
      Locale locale) {
    Scale scale = Scale.upTo(weeks, STRIP_BASE, STRIP_BASE - 10);
    double step = (width - LEFT) / (double) Math.max(1, weeks.size());
    Svg svg = new Svg("dia", width, STRIP_HEIGHT, description);
    for (int tick = scale.step(); tick <= scale.top(); tick += scale.step()) {
      svg.path("d-rut", "M" + LEFT + " " + Svg.n(scale.y(tick)) + "H" + width);
      svg.text(LEFT - 8, scale.y(tick) + 4, "end", "", String.valueOf(tick));
    }
    svg.path("d-band", band(weeks, step, LEFT, scale));
    double firstX = -1;
    double afterX = -1;
    for (int i = 0; i < weeks.size(); i++) {
      WeekPoint point = weeks.get(i);
      double x = LEFT + i * step;
      boolean chosen = point.week().compareTo(first) >= 0 && point.week().compareTo(last) <= 0;
      double top = scale.y(point.value());
      svg.rect(
          barClass(point, chosen), x + step * 0.1, top, step * 0.8, Math.max(0, STRIP_BASE - top));
      if (chosen) {
        firstX = firstX < 0 ? x : firstX;
        afterX = x + step;
      }
    }
    if (firstX >= 0) {
      svg.rect("d-fonster", firstX, 2, afterX - firstX, STRIP_BASE);
    }
    svg.path("d-axel", "M" + LEFT + " " + STRIP_BASE + "H" + width);
    stripLabels(svg, weeks, step, width, locale);
    return svg.close();
  }

  /** Where a count lies in relation to what was expected; told in words beside it, so hidden from those who hear the page. */
  public static String gauge(Figure figure, int width, int height) {
    if (figure.expected().isEmpty()) {
      return "";
    }
    Figure.Expected band = figure.expected().get();
    double most = Math.max(1, Math.max(figure.value(), band.upper()) * 1.15);
    double unit = (width - 8) / most;
    double middle = height / 2.0;
    Svg svg = new Svg("stav", width, height, "");
    svg.path("axel", "M2 " + Svg.n(middle) + "H" + (width - 2));
    svg.rect(
        "band",
        2 + band.lower() * unit,
        middle - 4,
        Math.max(2, (band.upper() - band.lower()) * unit),
        8);
    String mark = switch (figure.word()) {
      case MORE -> "m m--mer";
      case FEWER -> "m m--farre";
      case AS_EXPECTED, INSUFFICIENT -> "m";
    };
    svg.rect(mark, 2 + figure.value() * unit - 2, middle - 8, 4, 16);
    return svg.close();
  }

  /** A place's weeks as a line over the expected band; weeks in which it was a hotspot have a larger dot. */
  public static String line(
      List<WeekPoint> weeks,
      Set<IsoWeek> hot,
      String description,
      int width,
      int height,
      Locale locale) {
    int base = height - 24;
    int left = 30;
    Scale scale = Scale.upTo(weeks, base, base - 14);
    double step = (width - left - 16) / (double) Math.max(1, weeks.size() - 1);
    Svg svg = new Svg("dia", width, height, description);
    svg.path("d-axel", "M" + left + " " + base + "H" + (width - 6));
    for (int tick = 0; tick <= scale.top(); tick += scale.step()) {
      if (tick > 0) {
        svg.path("d-rut", "M" + left + " " + Svg.n(scale.y(tick)) + "H" + (width - 6));
      }
      svg.text(left - 7, scale.y(tick) + 4, "end", "", String.valueOf(tick));
    }
    svg.path("d-band", band(weeks, step, left - step / 2, scale));
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < weeks.size(); i++) {
      line.append(i == 0 ? "M" : "L")
          .append(Svg.n(left + i * step))
          .append(' ')
          .append(Svg.n(scale.y(weeks.get(i).value())));
    }
    svg.path("d-linje", line.toString());
    Formats formats = Formats.in(locale);
    for (int i = 0; i < weeks.size(); i++) {
      WeekPoint point = weeks.get(i);
      boolean isHot = hot.contains(point.week());
      svg.circle(
          isHot ? "d-punkt--mer" : "d-punkt",
          left + i * step,
          scale.y(point.value()),
          isHot ? 5 : 3.2);
      if (i % 5 == 0 && weeks.size() - 1 - i >= 3 || i == weeks.size() - 1) {
        svg.text(
            left + i * step,
            height - 6,
            i == weeks.size() - 1 ? "end" : "middle",
            "",
            formats.week(point.week().week()));
      }
    }
    return svg.close();
  }

  /**
   * Which hours of the table are framed as chosen.
   *
   * @param days none means no choice
   */
  public record Chosen(Set<DayOfWeek> days, int fromHour, int toHour) {
    public static final Chosen NOTHING = new Chosen(Set.of(), 0, 0);

    boolean holds(int day, int hour) {
      return hour >= fromHour && hour < toHour && days.contains(DayOfWeek.of(day + 1));
    }
  }

  /** The table in words of its reader. */
  public record MatrixWords(String caption, String sum, Locale locale) {}

  /** Weekday by hour as a real table. */
  public static String matrix(int[][] counts, MatrixWords words) {
    return matrix(counts, words, Chosen.NOTHING, (day, hour) -> "");
  }

  /** As {@link #matrix(int[][], MatrixWords)}, with a frame, and an address behind each cell that has one. */
  public static String matrix(
      int[][] counts,
      MatrixWords words,
      Chosen chosen,
      BiFunction<Integer, Integer, String> addresses) {
    int most = 0;
    for (int[] day : counts) {
      for (int count : day) {
        most = Math.max(most, count);
      }
    }
    StringBuilder table = new StringBuilder("<table class=\"matris\"><caption class=\"dold\">")
        .append(HtmlUtils.htmlEscape(words.caption()))
        .append("</caption><thead><tr><td></td>");
    for (int hour = 0; hour < 24; hour++) {
      table
          .append("<th scope=\"col\">")
          .append(hour < 10 ? "0" : "")
          .append(hour)
          .append("</th>");
    }
    table
        .append("<th scope=\"col\">Σ<span class=\"dold\"> ")
        .append(HtmlUtils.htmlEscape(words.sum()))
        .append("</span></th></tr></thead><tbody>");
    for (int day = 0; day < 7; day++) {
      int sum = 0;
      String name =
          DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, words.locale()).replace(".", "");
      table.append("<tr><th scope=\"row\">").append(name).append("</th>");
      for (int hour = 0; hour < 24; hour++) {
        int count = counts[day][hour];
        sum += count;
        String address = addresses.apply(day, hour);
        table
            .append("<td class=\"c")
            .append(step(count, most))
            .append(chosen.holds(day, hour) ? " v\">" : "\">");
        if (address.isEmpty()) {
          table.append(count);
        } else {
          table
              .append("<a href=\"")
              .append(HtmlUtils.htmlEscape(address))
              .append("\">")
              .append(count)
              .append("</a>");
        }
        table.append("</td>");
      }
      // Where the table is scrolled to its evenings the day stands by the sum too.
      table
          .append("<td class=\"summa\" data-dag=\"")
          .append(name)
          .append("\">")
          .append(sum)
          .append("</td></tr>");
    }
    return table.append("</tbody></table>").toString();
  }

  /** Class c0 for none, c1 to c7 in seven equal steps up to the largest count, one step a count while they are few. */
  static int step(int count, int most) {
    if (count == 0) {
      return 0;
    }
    return most <= MATRIX_STEPS ? count : 1 + (count - 1) * MATRIX_STEPS / most;
  }

  private static String barClass(WeekPoint point, boolean chosen) {
    if (point.fewAnswered()) {
      return "d-lucka";
    }
    return "d-stapel" + (chosen ? " d-stapel--val" : "")
        + (chosen && point.more() ? " d-stapel--mer" : "");
  }

  private static void stripLabels(
      Svg svg, List<WeekPoint> weeks, double step, int width, Locale locale) {
    Formats formats = Formats.in(locale);
    double taken = LEFT;
    for (int i = 0; i < weeks.size(); i++) {
      IsoWeek week = weeks.get(i).week();
      boolean last = i == weeks.size() - 1;
      double x = LEFT + (i + 0.5) * step;
      boolean wanted = i == 0 || week.week() == 1 || week.week() % 10 == 0;
      if (last) {
        svg.text(width - 2, STRIP_BASE + 17, "end", "stark", formats.week(week.week()));
      } else if (wanted && (i == 0 || x - taken >= 70) && width - x >= 90) {
        String text =
            formats.week(week.week()) + (i == 0 || week.week() == 1 ? ", " + week.year() : "");
        svg.text(i == 0 ? LEFT : x, STRIP_BASE + 17, i == 0 ? "start" : "middle", "", text);
        taken = i == 0 ? x + 50 : x;
      }
    }
  }

  /** The expected intervals as one outline for each stretch of weeks that have them. */
  private static String band(List<WeekPoint> weeks, double step, double left, Scale scale) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from < weeks.size()) {
      int to = from;
      while (to < weeks.size() && weeks.get(to).expected().isPresent()) {
        to++;
      }
      if (to > from) {
        stretch(weeks, from, to, step, left, scale, path);
      }
      from = Math.max(to, from) + 1;
    }
    return path.toString();
  }

  private static void stretch(
      List<WeekPoint> weeks,
      int from,
      int to,
      double step,
      double left,
      Scale scale,
      StringBuilder path) {
    String letter = "M";
    for (int i = from; i < to; i++) {
      path.append(letter)
          .append(Svg.n(left + (i + 0.5) * step))
          .append(' ')
          .append(Svg.n(scale.y(weeks.get(i).expected().orElseThrow().upper())));
      letter = "L";
    }
    for (int i = to - 1; i >= from; i--) {
      path.append('L')
          .append(Svg.n(left + (i + 0.5) * step))
          .append(' ')
          .append(Svg.n(scale.y(weeks.get(i).expected().orElseThrow().lower())));
    }
    path.append('Z');
  }

  /** Whole ticks from zero to a little above the largest value. */
  record Scale(int top, int step, double base, double height) {

    static Scale upTo(List<WeekPoint> weeks, double base, double height) {
      int most = weeks.stream()
          .mapToInt(point -> Math.max(
              point.value(), point.expected().map(Figure.Expected::upper).orElse(0)))
          .max()
          .orElse(0);
      int step = 1;
      int[] factors = {2, 5, 10};
      int decade = 1;
      for (int i = 0; most > 4 * step; i++) {
        step = factors[i % 3] * decade;
        decade *= i % 3 == 2 ? 10 : 1;
      }
      return new Scale(Math.max(step, (most + step - 1) / step * step), step, base, height);
    }

    double y(int value) {
      return base - height * value / top;
    }
  }
}
