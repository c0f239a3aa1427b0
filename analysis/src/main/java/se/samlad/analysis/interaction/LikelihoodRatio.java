package se.samlad.analysis.interaction;

/** Logarithms of the likelihood ratios of Kulldorff 1997, for rates that are high inside; 0 when they are not. */
final class LikelihoodRatio {

  private LikelihoodRatio() {}

  /**
   * Poisson and space-time permutation.
   *
   * @param cases inside
   * @param expected inside
   * @param all cases everywhere, which is also what is expected everywhere
   */
  static double poisson(double cases, double expected, double all) {
    if (!(cases > expected)) {
      return 0;
    }
    double outside = all - cases;
    double inside = cases * Math.log(cases / expected);
    return outside <= 0 ? inside : inside + outside * Math.log(outside / (all - expected));
  }

  /**
   * Binomial (Bernoulli).
   *
   * @param cases inside
   * @param people inside
   */
  static double binomial(double cases, double people, double allCases, double allPeople) {
    double outsideCases = allCases - cases;
    double outsidePeople = allPeople - people;
    if (!(cases * allPeople > people * allCases)) {
      return 0;
    }
    double share = allCases / allPeople;
    return part(cases, people, share) + part(outsideCases, outsidePeople, share);
  }

  /** The two terms of one side, each set against the common share so that no digits are lost in large populations. */
  private static double part(double cases, double people, double share) {
    double others = people - cases;
    double sum = 0;
    if (cases > 0) {
      sum += cases * Math.log(cases / people / share);
    }
    return others > 0 ? sum + others * Math.log(others / people / (1 - share)) : sum;
  }
}
