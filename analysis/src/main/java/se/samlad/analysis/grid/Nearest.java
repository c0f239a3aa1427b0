package se.samlad.analysis.grid;

import java.util.Arrays;
import se.samlad.analysis.distribution.Draws;

/**
 * The k nearest other points of every point (Swedish: närmaste grannar), in the order of the points. Equal distances go to
 * the point that comes first.
 */
public final class Nearest {
  /** Points handed to a thread at a time. */
  private static final int BATCH = 4096;

  private final KdTree tree;
  private final int k;
  private final double[] squares;
  private final int[] which;

  Nearest(KdTree tree, int k) {
    if (k < 1 || k >= tree.size()) {
      throw new IllegalArgumentException("the %d nearest of %d points, there should be 1 to %d"
          .formatted(k, tree.size(), tree.size() - 1));
    }
    if ((long) k * tree.size() > 200_000_000) {
      throw new IllegalArgumentException(
          "the %d nearest of %d points are more than 200 million".formatted(k, tree.size()));
    }
    this.tree = tree;
    this.k = k;
    this.squares = new double[k * tree.size()];
    this.which = new int[k * tree.size()];
  }

  Nearest forAll(int threads) {
    int batches = (tree.size() + BATCH - 1) / BATCH;
    Draws.run(batches, 0, threads, () -> {
      Search search = new Search(tree, k);
      return (random, batch) -> {
        int to = Math.min(tree.size(), (batch + 1) * BATCH);
        for (int i = batch * BATCH; i < to; i++) {
          search.from(i);
          int at = tree.order[i] * k;
          System.arraycopy(search.squares, 0, squares, at, k);
          System.arraycopy(search.which, 0, which, at, k);
        }
      };
    });
    return this;
  }

  public int k() {
    return k;
  }

  /** Distance of a point to its j-th nearest, j from 1. */
  public double distance(int point, int j) {
    return Math.sqrt(squares[point * k + j - 1]);
  }

  /** The j-th nearest of a point, j from 1. */
  public int neighbour(int point, int j) {
    return which[point * k + j - 1];
  }

  /** Distance of every point to its j-th nearest, j from 1. */
  public double[] distances(int j) {
    double[] distances = new double[tree.size()];
    Arrays.setAll(distances, i -> distance(i, j));
    return distances;
  }

  /** One thread's way down the tree, the nearer half first. */
  private static final class Search {
    private final KdTree tree;
    private final int k;
    private final double[] squares;
    private final int[] which;
    private int self;
    private double px;
    private double py;

    Search(KdTree tree, int k) {
      this.tree = tree;
      this.k = k;
      this.squares = new double[k];
      this.which = new int[k];
    }

    void from(int position) {
      self = position;
      px = tree.x[position];
      py = tree.y[position];
      Arrays.fill(squares, Double.POSITIVE_INFINITY);
      Arrays.fill(which, Integer.MAX_VALUE);
      down(1, 0, tree.size(), 0);
    }

    private void down(int node, int from, int to, int level) {
      if (level == tree.levels()) {
        leaf(from, to);
        return;
      }
      int middle = (from + to) >>> 1;
      double left = tree.boxDistance(2 * node, px, py);
      double right = tree.boxDistance(2 * node + 1, px, py);
      if (left <= right) {
        if (left <= squares[k - 1]) {
          down(2 * node, from, middle, level + 1);
        }
        if (right <= squares[k - 1]) {
          down(2 * node + 1, middle, to, level + 1);
        }
      } else {
        if (right <= squares[k - 1]) {
          down(2 * node + 1, middle, to, level + 1);
        }
        if (left <= squares[k - 1]) {
          down(2 * node, from, middle, level + 1);
        }
      }
    }

    private void leaf(int from, int to) {
      for (int i = from; i < to; i++) {
        double dx = tree.x[i] - px;
        double dy = tree.y[i] - py;
        double square = dx * dx + dy * dy;
        if (square <= squares[k - 1] && i != self) {
          insert(square, tree.order[i]);
        }
      }
    }

    private void insert(double square, int point) {
      int at = k - 1;
      if (square == squares[at] && point > which[at]) {
        return;
      }
      while (at > 0
          && (square < squares[at - 1] || (square == squares[at - 1] && point < which[at - 1]))) {
        squares[at] = squares[at - 1];
        which[at] = which[at - 1];
        at--;
      }
      squares[at] = square;
      which[at] = point;
    }
  }
}
