package se.samlad.analysis.effect;

/** The triangular root of a symmetric positive definite matrix, for solving the normal equations of a regression. */
final class Cholesky {

  private final double[][] root;

  private Cholesky(double[][] root) {
    this.root = root;
  }

  /** Reads the lower triangle; a column that is nearly a mixture of the ones before it is refused. */
  static Cholesky of(double[][] lower, double mixture) {
    int n = lower.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = lower[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i != j) {
          root[i][j] = sum / root[j][j];
        } else if (sum > mixture * lower[i][i]) {
          root[i][i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException(
              "Coefficient %d cannot be told from the others in these data".formatted(i + 1));
        }
      }
    }
    return new Cholesky(root);
  }

  double[] solve(double[] right) {
    int n = root.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= root[i][k] * x[k];
      }
      x[i] /= root[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= root[k][i] * x[k];
      }
      x[i] /= root[i][i];
    }
    return x;
  }

  double[][] inverse() {
    int n = root.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }
}
