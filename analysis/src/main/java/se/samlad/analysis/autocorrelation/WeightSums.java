package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.grid.Neighbours;

/**
 * The sums over weights that the moments of global statistics are made of.
 *
 * @param n units with a neighbour
 * @param s0 sum of the weights
 * @param s1 half the sum of squares of w(i, j) + w(j, i)
 * @param s2 sum of squares of row sum + column sum
 */
record WeightSums(double n, double s0, double s1, double s2) {

  static WeightSums of(Neighbours neighbours, Weighting weighting) {
    int units = neighbours.size();
    double[] columns = new double[units];
    double s0 = 0;
    double s1 = 0;
    int connected = 0;
    for (int i = 0; i < units; i++) {
      double own = weight(neighbours, weighting, i);
      connected += neighbours.degree(i) > 0 ? 1 : 0;
      for (int k = neighbours.from(i); k < neighbours.from(i + 1); k++) {
        int j = neighbours.neighbour(k);
        boolean mutual = neighbours.areNeighbours(j, i);
        double both = own + (mutual ? weight(neighbours, weighting, j) : 0);
        s0 += own;
        s1 += mutual ? both * both / 2 : both * both;
        columns[j] += own;
      }
    }
    double s2 = 0;
    for (int i = 0; i < units; i++) {
      double both = weight(neighbours, weighting, i) * neighbours.degree(i) + columns[i];
      s2 += both * both;
    }
    return new WeightSums(connected, s0, s1, s2);
  }

  static double weight(Neighbours neighbours, Weighting weighting, int unit) {
    int degree = neighbours.degree(unit);
    return degree == 0 ? 0 : weighting == Weighting.BINARY ? 1 : 1.0 / degree;
  }
}
