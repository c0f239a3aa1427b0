package se.samlad.demo.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where things are reported.
 *
 * @param x metres east of the corner of Torget's square
 * @param y metres north of it
 * @param inner events lie at least so far from the middle, metres
 * @param outer and at most so far
 * @param perWeek reports a week today, before anything planted
 * @param kinds what happens, with weights
 * @param seers which organisations report it, with weights
 */
record Site(
    String name,
    double x,
    double y,
    double inner,
    double outer,
    double perWeek,
    Rhythm rhythm,
    List<Weighted> kinds,
    List<Weighted> seers,
    List<Planted> planted) {

  Site {
    kinds = List.copyOf(kinds);
    seers = List.copyOf(seers);
    planted = List.copyOf(planted);
  }

  record Weighted(String what, double weight) {}

  /** An exact number of events over weeks counted back from the last one, {@code oldest >= newest}. */
  record Planted(int oldest, int newest, int events) {}

  static Site at(
      String name,
      double x,
      double y,
      double outer,
      double perWeek,
      Rhythm rhythm,
      String kinds,
      String seers) {
    return new Site(
        name, x, y, 0, outer, perWeek, rhythm, weighted(kinds), weighted(seers), List.of());
  }

  /** The ring between two distances around the same middle. */
  Site ring(double from, double to, double rate) {
    return new Site(name + ", runt om", x, y, from, to, rate, rhythm, kinds, seers, List.of());
  }

  Site planting(int oldest, int newest, int events) {
    List<Planted> more = new ArrayList<>(planted);
    more.add(new Planted(oldest, newest, events));
    return new Site(name, x, y, inner, outer, perWeek, rhythm, kinds, seers, more);
  }

  /** Reads {@code SAMLING 5, KLOTTER 2}. */
  static List<Weighted> weighted(String text) {
    List<Weighted> list = new ArrayList<>();
    for (String part : text.split("(?<=[0-9]), ")) {
      int gap = part.lastIndexOf(' ');
      list.add(new Weighted(part.substring(0, gap), Double.parseDouble(part.substring(gap + 1))));
    }
    return list;
  }
}
