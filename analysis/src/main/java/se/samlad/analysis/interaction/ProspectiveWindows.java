package se.samlad.analysis.interaction;

import java.util.Arrays;

/** Windows that end on the last day: only the cases of the last days need be dealt, and only circles that gain such a case be looked at. */
final class ProspectiveWindows extends PermutationWindows {

  private final int[] casesSince;
  private final int dealt;
  private final int[] firstAt;
  private final int[] next;
  private final int[] lags;
  private final int[] touched;
  private int touchedCount;

  ProspectiveWindows(Data data) {
    super(data);
    int[] before = data.before();
    casesSince = new int[data.longest()];
    for (int lag = 0; lag < data.longest(); lag++) {
      casesSince[lag] = data.cases() - before[data.days() - 1 - lag];
    }
    dealt = casesSince[data.longest() - 1];
    firstAt = new int[data.circles().centres()];
    Arrays.fill(firstAt, -1);
    next = new int[data.cases()];
    lags = new int[data.longest()];
    touched = new int[dealt];
  }

  @Override
  int dealt() {
    return dealt;
  }

  @Override
  boolean anywhereInTime() {
    return false;
  }

  @Override
  void deal(int[] order) {
    for (int i = 0; i < touchedCount; i++) {
      firstAt[touched[i]] = -1;
    }
    touchedCount = 0;
    for (int i = data.cases() - dealt; i < data.cases(); i++) {
      int place = data.placeOfCase()[order[i]];
      if (firstAt[place] < 0) {
        touched[touchedCount++] = place;
      }
      next[i] = firstAt[place];
      firstAt[place] = i;
    }
  }

  @Override
  void look(int centre) {
    Arrays.fill(lags, 0);
    int[] members = data.circles().members(centre);
    int[] sortedDays = data.sortedDays();
    long inCircle = 0;
    for (int k = 0; k < members.length; k++) {
      int place = members[k];
      inCircle += perPlace[place];
      int nearest = lags.length;
      for (int i = firstAt[place]; i >= 0; i = next[i]) {
        int lag = data.days() - 1 - sortedDays[i];
        lags[lag]++;
        nearest = Math.min(nearest, lag);
      }
      if (nearest < lags.length) {
        windows(inCircle, k + 1, nearest);
      }
    }
  }

  private void windows(long inCircle, int size, int nearest) {
    int cases = 0;
    for (int lag = 0; lag < lags.length; lag++) {
      int here = lags[lag];
      if (here > 0) {
        cases += here;
        long product = inCircle * casesSince[lag];
        if (lag >= nearest && product < least[cases]) {
          keep(cases, product, size, data.days() - 1 - lag, data.days() - 1);
        }
      }
    }
  }
}
