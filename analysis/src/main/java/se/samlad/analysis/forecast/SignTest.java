package se.samlad.analysis.forecast;

/** The exact sign test: how likely at least so many heads in so many throws of a fair coin. */
final class SignTest {

  private SignTest() {}

  static double upperTail(int heads, int throwsMade) {
    double logTerm = -throwsMade * Math.log(2);
    double tail = 0;
    for (int k = 0; k <= throwsMade; k++) {
      if (k >= heads) {
        tail += Math.exp(logTerm);
      }
      logTerm += Math.log(throwsMade - k) - Math.log(k + 1);
    }
    return Math.min(1, tail);
  }
}
