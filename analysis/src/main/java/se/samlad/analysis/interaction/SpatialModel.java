package se.samlad.analysis.interaction;

import se.samlad.analysis.distribution.SeededRandom;

/** What is expected in a circle, how unlikely more is, and how the cases fall when nothing is going on. */
sealed interface SpatialModel {

  double cases();

  /** What is expected where the weights sum to this. */
  double expected(double weight);

  /**
   * @param inside cases in the circle
   * @param all cases everywhere, which in a simulated data set is a whole number
   */
  double statistic(double inside, double weight, double all);

  /** Draws simulated data sets for places with these weights. */
  Dealer dealer(double[] weights);

  /** Deals the cases over the places. */
  interface Dealer {
    void deal(int cases, SeededRandom random, int[] perPlace);
  }

  /** The weights are expected cases. */
  record OfPoisson(double cases) implements SpatialModel {
    @Override
    public double expected(double weight) {
      return weight;
    }

    @Override
    public double statistic(double inside, double weight, double all) {
      return LikelihoodRatio.poisson(inside, weight * (all / cases), all);
    }

    @Override
    public Dealer dealer(double[] weights) {
      AliasTable table = new AliasTable(weights);
      return (cases, random, perPlace) -> {
        for (int i = 0; i < cases; i++) {
          perPlace[table.draw(random)]++;
        }
      };
    }
  }

  /** The weights are people. */
  record OfBinomial(double cases, double people) implements SpatialModel {
    @Override
    public double expected(double weight) {
      return weight * cases / people;
    }

    @Override
    public double statistic(double inside, double weight, double all) {
      return LikelihoodRatio.binomial(inside, weight, all, people);
    }

    @Override
    public Dealer dealer(double[] weights) {
      return new WithoutReplacement(weights);
    }
  }
}
