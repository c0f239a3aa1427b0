package se.samlad.analysis.interaction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The circles of a scan: round every place, its neighbours from near to far until the radius or the share is reached. Every beginning of
 * that list is a circle; at equal distance the place with the lesser x, then y, comes first, as in SaTScan. Four bytes a neighbour.
 */
final class Circles {

  /** More neighbours than this over all centres are refused: 400 MB. */
  static final long LIMIT = 100_000_000;

  private final int[][] members;
  private final Places places;
  private final ScanDistance distance;

  private Circles(int[][] members, Places places, ScanDistance distance) {
    this.members = members;
    this.places = places;
    this.distance = distance;
  }

  /** @param weight what the largest share is a share of, per place */
  static Circles of(Places places, ScanWindow window, double[] weight) {
    int[] byY = IntStream.range(0, places.size())
        .boxed()
        .sorted((a, b) -> Double.compare(places.y(a), places.y(b)))
        .mapToInt(Integer::intValue)
        .toArray();
    double most = window.maxShare() * Arrays.stream(weight).sum() * (1 + 1e-12);
    int[][] members = new int[places.size()][];
    long all = 0;
    for (int at = 0; at < byY.length; at++) {
      int centre = byY[at];
      members[centre] = upTo(most, weight, near(places, window, byY, at));
      all += members[centre].length;
      if (all > LIMIT) {
        throw new IllegalArgumentException(
            "More than %d places in all circles; choose a smaller radius or share, or put places together in squares"
                .formatted(LIMIT));
      }
    }
    return new Circles(members, places, window.distance());
  }

  /** Places within the radius of the one at position {@code at} of the list sorted by y, nearest first. */
  private static int[] near(Places places, ScanWindow window, int[] byY, int at) {
    int centre = byY[at];
    double reach = window.maxRadius() * (1 + 1e-9) / window.distance().perNorthing();
    int from = at;
    while (from > 0 && places.y(centre) - places.y(byY[from - 1]) <= reach) {
      from--;
    }
    int to = at + 1;
    while (to < byY.length && places.y(byY[to]) - places.y(centre) <= reach) {
      to++;
    }
    double[] distances = new double[to - from];
    int[] found = new int[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      double d = window
          .distance()
          .between(places.x(centre), places.y(centre), places.x(byY[i]), places.y(byY[i]));
      if (d <= window.maxRadius()) {
        found[n] = byY[i];
        distances[n++] = d;
      }
    }
    return sorted(found, distances, n);
  }

  private static int[] sorted(int[] found, double[] distances, int n) {
    return IntStream.range(0, n)
        .boxed()
        .sorted((a, b) -> {
          int byDistance = Double.compare(distances[a], distances[b]);
          return byDistance != 0 ? byDistance : Integer.compare(found[a], found[b]);
        })
        .mapToInt(i -> found[i])
        .toArray();
  }

  private static int[] upTo(double most, double[] weight, int[] ordered) {
    double sum = 0;
    int size = 0;
    while (size < ordered.length && sum + weight[ordered[size]] <= most) {
      sum += weight[ordered[size++]];
    }
    return Arrays.copyOf(ordered, size);
  }

  int centres() {
    return members.length;
  }

  /** The neighbours of a centre, the centre first; not to be changed. */
  int[] members(int centre) {
    return members[centre];
  }

  /** The radius of the circle that the first {@code size} neighbours make. */
  double radius(int centre, int size) {
    int last = members[centre][size - 1];
    return distance.between(places.x(centre), places.y(centre), places.x(last), places.y(last));
  }
}
