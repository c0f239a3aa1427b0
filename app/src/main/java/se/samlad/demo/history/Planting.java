package se.samlad.demo.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.distribution.SeededRandom;

/** Spreads the planted numbers of events over their weeks by chance; -1 where a week is left to its rate. */
final class Planting {

  private Planting() {}

  static Map<Site, int[]> over(List<Site> sites, int weeks, long seed) {
    Map<Site, int[]> counts = new HashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      Site site = sites.get(i);
      if (!site.planted().isEmpty()) {
        counts.put(site, spread(site, weeks, SeededRandom.stream(seed, 500 + i)));
      }
    }
    return counts;
  }

  private static int[] spread(Site site, int weeks, SeededRandom random) {
    int[] counts = new int[weeks];
    Arrays.fill(counts, -1);
    for (Site.Planted planted : site.planted()) {
      Arrays.fill(counts, planted.newest(), planted.oldest() + 1, 0);
      for (int i = 0; i < planted.events(); i++) {
        counts[planted.newest() + random.nextInt(planted.oldest() - planted.newest() + 1)]++;
      }
    }
    return counts;
  }
}
