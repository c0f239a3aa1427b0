package se.samlad.followup.web;

import java.util.List;
import java.util.stream.Stream;
import se.samlad.analysis.effect.Estimate;
import se.samlad.followup.EvaluationPlan;
import se.samlad.followup.Zone;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.Svg;

/** Server-drawn charts of an evaluation: classes only, no text below 12 pixels. */
final class EffectCharts {

  private static final int WIDTH = 690;
  private static final int HEIGHT = 240;
  private static final int LEFT = 34;
  private static final int TOP = 22;
  private static final int BASE = 206;

  private EffectCharts() {}

  /** Weeks before and after of the place, with the comparison dashed and the measure's own week as a flag. */
  static String weeks(
      EvaluationPlan plan, Zone target, Zone control, String flag, String label, Formats formats) {
    int weeks = target.before().size();
    int most = Math.max(
        4,
        Stream.of(target, control)
            .flatMap(zone -> Stream.concat(zone.before().stream(), zone.after().stream()))
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0));
    int step = Math.max(1, (int) Math.ceil(most / 4.0));
    int top = step * 4;
    double unit = (WIDTH - LEFT - 8) / (double) (2 * weeks);
    Svg svg = new Svg("dia", WIDTH, HEIGHT, label);
    svg.rect("d-fore", LEFT, TOP, unit * (weeks - 0.5), BASE - TOP);
    for (int tick = 0; tick <= top; tick += step) {
      svg.path(
          tick == 0 ? "d-axel" : "d-rut", "M" + LEFT + " " + Svg.n(y(tick, top)) + "H" + WIDTH);
      svg.text(LEFT - 7, y(tick, top) + 4, "end", "", formats.number(tick));
    }
    svg.path("d-kontroll", line(control.before(), 0, unit, top));
    svg.path("d-kontroll", line(control.after(), weeks + 1, unit, top));
    svg.path("d-linje", line(target.before(), 0, unit, top));
    svg.path("d-linje", line(target.after(), weeks + 1, unit, top));
    double x = x(weeks, unit);
    svg.path("d-flagga", "M" + Svg.n(x) + " 4V" + BASE);
    svg.path("d-flaggyta", "M" + Svg.n(x) + " 4h12l-3 5l3 5h-12z");
    boolean right = x < WIDTH * 0.6;
    svg.text(right ? x + 18 : x - 6, 15, right ? "start" : "end", "stark", flag);
    svg.text(
        LEFT,
        BASE + 20,
        "start",
        "",
        formats.week(plan.effectWeek().plus(-weeks).week()));
    svg.text(x, BASE + 20, "middle", "", formats.week(plan.effectWeek().week()));
    svg.text(
        WIDTH, BASE + 20, "end", "", formats.week(plan.effectWeek().plus(weeks).week()));
    return svg.close();
  }

  private static double x(int index, double unit) {
    return LEFT + index * unit;
  }

  private static double y(int count, int top) {
    return BASE - (BASE - TOP) * (double) count / top;
  }

  private static String line(List<Integer> counts, int from, double unit, int top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      path.append(i == 0 ? 'M' : 'L')
          .append(Svg.n(x(from + i, unit)))
          .append(' ')
          .append(Svg.n(y(counts.get(i), top)));
    }
    return path.toString();
  }

  /** An estimate with its interval on a line that holds zero. */
  static String interval(
      Estimate estimate, double level, String zero, String label, Formats formats) {
    Estimate.Interval interval = estimate.interval(level);
    double low = Math.min(0, interval.lower());
    double high = Math.max(0, interval.upper());
    double room = Math.max(1, high - low) * 0.08;
    double unit = 400 / (high - low + 2 * room);
    Svg svg = new Svg("dia", 440, 86, label);
    java.util.function.DoubleUnaryOperator at = value -> 20 + (value - low + room) * unit;
    svg.path("d-axel", "M20 44H420");
    double from = at.applyAsDouble(interval.lower());
    double to = at.applyAsDouble(interval.upper());
    svg.rect("d-band", from, 36, Math.max(2, to - from), 16);
    svg.rect("d-stapel--val", at.applyAsDouble(estimate.value()) - 2, 30, 4, 28);
    double none = at.applyAsDouble(0);
    svg.path("d-flagga", "M" + Svg.n(none) + " 22V66");
    svg.text(
        at.applyAsDouble(estimate.value()),
        22,
        "middle",
        "stark",
        formats.signed(Math.round(estimate.value())));
    svg.text(from, 76, "middle", "", formats.signed(Math.round(interval.lower())));
    svg.text(to, 76, "middle", "", formats.signed(Math.round(interval.upper())));
    svg.text(none, 12, none > 220 ? "end" : "start", "", zero);
    return svg.close();
  }
}
