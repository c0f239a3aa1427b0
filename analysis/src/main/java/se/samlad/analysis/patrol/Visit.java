package se.samlad.analysis.patrol;

/**
 * A stop that would be worth making: a place within certain hours (Swedish: besök). The same place may be wanted at several
 * hours, as a visit each.
 *
 * @param name what the place is called
 * @param location its number in the travel times
 * @param score what the visit is expected to be worth
 * @param minutes how long it takes, 10 to 15 for most
 * @param opens the earliest minute it may begin, counted from the same midnight as the shifts
 * @param closes the latest minute it may end
 * @param object the object it belongs to, for crews bound to certain objects
 */
public record Visit(
    String name,
    int location,
    double score,
    double minutes,
    double opens,
    double closes,
    String object) {

  public Visit {
    if (!(score >= 0)
        || !(minutes >= 0)
        || Double.isInfinite(score)
        || Double.isInfinite(minutes)) {
      throw new IllegalArgumentException(
          "The visit to %s has score %s and takes %s minutes".formatted(name, score, minutes));
    }
    if (!(opens <= closes)) {
      throw new IllegalArgumentException(
          "The visit to %s opens at %s and closes at %s".formatted(name, opens, closes));
    }
  }

  /** A visit that may be made by anyone at any hour. */
  public static Visit anytime(String name, int location, double score, double minutes) {
    return new Visit(
        name, location, score, minutes, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");
  }

  Visit withScore(double score) {
    return new Visit(name, location, score, minutes, opens, closes, object);
  }
}
