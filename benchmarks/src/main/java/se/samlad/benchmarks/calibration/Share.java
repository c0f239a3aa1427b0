package se.samlad.benchmarks.calibration;

/** Hits among cases, summed over towns so that the error takes each town as one draw. */
final class Share {
  private long towns;
  private long hits;
  private long cases;
  private double hitSquares;
  private double caseSquares;
  private double products;

  void town(long itsHits, long itsCases) {
    towns++;
    hits += itsHits;
    cases += itsCases;
    hitSquares += (double) itsHits * itsHits;
    caseSquares += (double) itsCases * itsCases;
    products += (double) itsHits * itsCases;
  }

  void town(boolean hit) {
    town(hit ? 1 : 0, 1);
  }

  /** Sums of whole numbers below 2^53: the order of the towns does not matter. */
  void add(Share other) {
    towns += other.towns;
    hits += other.hits;
    cases += other.cases;
    hitSquares += other.hitSquares;
    caseSquares += other.caseSquares;
    products += other.products;
  }

  long towns() {
    return towns;
  }

  long cases() {
    return cases;
  }

  double value() {
    return cases == 0 ? Double.NaN : (double) hits / cases;
  }

  /** Standard error of the ratio over towns. */
  double error() {
    if (cases == 0 || towns < 2) {
      return Double.NaN;
    }
    double ratio = value();
    double squares = hitSquares - 2 * ratio * products + ratio * ratio * caseSquares;
    return Math.sqrt(Math.max(0, squares) * towns / (towns - 1.0)) / cases;
  }
}
