package se.samlad.analysis.season;

/**
 * The sum of the two middle values of a series, as the partial sort in the authors' Fortran of STL finds them.
 *
 * <p>That sort (Singleton's quicksort, CACM Algorithm 347, leaving out segments without a wanted position) expects the
 * wanted positions in rising order but is given the upper middle first. When a segment happens to end between the two, one
 * side is left unsorted and a neighbouring value stands in for the middle one. Robust weights, and every figure after
 * them, depend on it; an exact median differs in the second or third digit of the season.
 */
final class MiddleValues {

  private static final int INSERTION_LENGTH = 10;

  private final double[] a;
  private final int[] wanted;
  private int left;
  private int right;

  private MiddleValues(double[] values) {
    this.a = values;
    int upper = values.length / 2;
    this.wanted = new int[] {upper, values.length - 1 - upper};
  }

  /** Disturbs the order of the values. */
  static double sum(double[] values) {
    MiddleValues middle = new MiddleValues(values);
    middle.sort(0, values.length - 1, 0, 1);
    return values[middle.wanted[0]] + values[middle.wanted[1]];
  }

  /** Sorts as much of a segment as the wanted positions from {@code first} to {@code last} ask for. */
  private void sort(int from, int to, int first, int last) {
    while (from < to) {
      if (from > 0 && to - from <= INSERTION_LENGTH) {
        insertionSort(from, to);
        return;
      }
      partition(from, to);
      int lower = left;
      int upper = right;
      int keep;
      if (lower - from <= to - upper) {
        for (keep = last; keep >= first && wanted[keep] > lower; keep--) {}
        if (keep < first) {
          from = upper;
          continue;
        }
        if (keep < last) {
          sort(upper, to, keep + 1, last);
        }
        to = lower;
        last = keep;
      } else {
        for (keep = first; keep <= last && wanted[keep] < upper; keep++) {}
        if (keep > last) {
          to = lower;
          continue;
        }
        if (keep > first) {
          sort(from, lower, first, keep - 1);
        }
        from = upper;
        first = keep;
      }
    }
  }

  /** Parts a segment about the median of its first, middle and last value; {@code left} and {@code right} tell where. */
  private void partition(int from, int to) {
    int middle = (from + 1 + to + 1) / 2 - 1;
    order(from, middle);
    order(middle, to);
    order(from, middle);
    double pivot = a[middle];
    left = to;
    right = from;
    while (true) {
      do {
        left--;
      } while (a[left] > pivot);
      do {
        right++;
      } while (a[right] < pivot);
      if (right > left) {
        return;
      }
      swap(left, right);
    }
  }

  private void order(int low, int high) {
    if (a[low] > a[high]) {
      swap(low, high);
    }
  }

  private void swap(int i, int j) {
    double value = a[i];
    a[i] = a[j];
    a[j] = value;
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      double value = a[i];
      int j = i - 1;
      while (j >= from && a[j] > value) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = value;
    }
  }
}
