package se.samlad.analysis;

/**
 * How sure a word is (Swedish: Tydlig, Trolig, Osäker): the share of parametric draws of every count behind it that give
 * the same word. One scale for the whole system.
 */
public enum Certainty {
  /** Tydlig: at least 95 %. */
  CLEAR,
  /** Trolig: at least 80 %. */
  LIKELY,
  /** Osäker: below 80 %. */
  UNCERTAIN;

  public static Certainty of(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    return share >= 0.95 ? CLEAR : share >= 0.80 ? LIKELY : UNCERTAIN;
  }
}
