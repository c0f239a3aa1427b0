package se.samlad.demo.history;

import java.util.List;
import se.samlad.analysis.distribution.SeededRandom;

/** Draws one of several by weight. */
final class Draw {

  private Draw() {}

  static String of(List<Site.Weighted> among, SeededRandom random) {
    double total = among.stream().mapToDouble(Site.Weighted::weight).sum();
    double left = random.nextDouble() * total;
    for (Site.Weighted each : among) {
      left -= each.weight();
      if (left <= 0) {
        return each.what();
      }
    }
    return among.getLast().what();
  }
}
