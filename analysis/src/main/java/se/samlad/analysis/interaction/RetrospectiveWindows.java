package se.samlad.analysis.interaction;

/**
 * Windows anywhere in time. A window that does not begin and end on a day with a case, or holds none of the place that was just taken in,
 * has a better one with the same cases, so only the others are looked at.
 */
final class RetrospectiveWindows extends PermutationWindows {

  private final int[] before;
  private final int[] startOf;
  private final int[] dayOf;
  private final int[] fill;

  private int[] day;
  private int[] count;
  private int[] otherDay;
  private int[] otherCount;
  private boolean[] fresh;
  private final int[] sum;
  private final int[] nextFresh;
  private final int[] casesTo;

  RetrospectiveWindows(Data data) {
    super(data);
    before = data.before();
    startOf = new int[perPlace.length + 1];
    for (int place = 0; place < perPlace.length; place++) {
      startOf[place + 1] = startOf[place] + perPlace[place];
    }
    dayOf = new int[data.cases()];
    fill = new int[perPlace.length];
    int most = Math.min(data.days(), data.cases());
    day = new int[most];
    count = new int[most];
    otherDay = new int[most];
    otherCount = new int[most];
    fresh = new boolean[most];
    sum = new int[most + 1];
    nextFresh = new int[most + 1];
    casesTo = new int[most];
  }

  @Override
  int dealt() {
    return data.cases();
  }

  @Override
  boolean anywhereInTime() {
    return true;
  }

  @Override
  void deal(int[] order) {
    System.arraycopy(startOf, 0, fill, 0, fill.length);
    for (int i = 0; i < order.length; i++) {
      dayOf[fill[data.placeOfCase()[order[i]]]++] = data.sortedDays()[i];
    }
  }

  @Override
  void look(int centre) {
    int[] members = data.circles().members(centre);
    long inCircle = 0;
    int days = 0;
    for (int k = 0; k < members.length; k++) {
      int place = members[k];
      if (perPlace[place] > 0) {
        inCircle += perPlace[place];
        days = takeIn(startOf[place], startOf[place + 1], days);
        windows(inCircle, k + 1, days);
      }
    }
  }

  /** Merges the days of a place into those of the circle and says how many different days there are. */
  private int takeIn(int from, int to, int days) {
    int[] merged = otherDay;
    int[] mergedCount = otherCount;
    int old = 0;
    int added = from;
    int n = 0;
    while (old < days || added < to) {
      int today = added == to || (old < days && day[old] < dayOf[added]) ? day[old] : dayOf[added];
      int cases = 0;
      if (old < days && day[old] == today) {
        cases = count[old++];
      }
      boolean isFresh = false;
      while (added < to && dayOf[added] == today) {
        cases++;
        added++;
        isFresh = true;
      }
      merged[n] = today;
      mergedCount[n] = cases;
      fresh[n++] = isFresh;
    }
    otherDay = day;
    otherCount = count;
    day = merged;
    count = mergedCount;
    return n;
  }

  private void windows(long inCircle, int size, int days) {
    prepare(days);
    int longest = data.longest();
    for (int i = 0; i < days; i++) {
      if (day[i] < fromDay) {
        continue;
      }
      int end = Math.min(day[i] + longest, toDay + 1);
      int earlier = before[day[i]];
      int casesBefore = sum[i];
      for (int j = nextFresh[i]; j < days && day[j] < end; j++) {
        int cases = sum[j + 1] - casesBefore;
        long product = inCircle * (casesTo[j] - earlier);
        if (product < least[cases]) {
          keep(cases, product, size, day[i], day[j]);
        }
      }
    }
  }

  private void prepare(int days) {
    nextFresh[days] = days;
    for (int i = days - 1; i >= 0; i--) {
      nextFresh[i] = fresh[i] ? i : nextFresh[i + 1];
    }
    for (int i = 0; i < days; i++) {
      sum[i + 1] = sum[i] + count[i];
      casesTo[i] = before[day[i] + 1];
    }
  }
}
