package se.samlad.analysis.interaction;

import java.util.Arrays;
import se.samlad.analysis.distribution.SeededRandom;

/** One thread's simulated data sets of a purely spatial scan: the least weight of a circle for every number of cases. */
final class SpatialSimulation implements ScanRun.Simulation {

  private final Circles circles;
  private final double[] weight;
  private final SpatialModel model;
  private final int minCases;
  private final int all;
  private final SpatialModel.Dealer dealer;
  private final int[] perPlace;
  private final double[] least;

  SpatialSimulation(Circles circles, double[] weight, SpatialModel model, int minCases) {
    this.circles = circles;
    this.weight = weight;
    this.model = model;
    this.minCases = minCases;
    all = (int) Math.round(model.cases());
    dealer = model.dealer(weight);
    perPlace = new int[weight.length];
    least = new double[all + 1];
  }

  @Override
  public double largest(SeededRandom random) {
    if (all == 0) {
      return 0;
    }
    Arrays.fill(perPlace, 0);
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    dealer.deal(all, random, perPlace);
    for (int centre = 0; centre < circles.centres(); centre++) {
      look(circles.members(centre));
    }
    double largest = 0;
    for (int cases = minCases; cases <= all; cases++) {
      if (least[cases] != Double.POSITIVE_INFINITY) {
        largest = Math.max(largest, model.statistic(cases, least[cases], all));
      }
    }
    return largest;
  }

  private void look(int[] members) {
    int cases = 0;
    double inside = 0;
    for (int place : members) {
      inside += weight[place];
      if (perPlace[place] > 0) {
        cases += perPlace[place];
        if (inside < least[cases]) {
          least[cases] = inside;
        }
      }
    }
  }
}
