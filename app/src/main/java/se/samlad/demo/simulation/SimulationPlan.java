package se.samlad.demo.simulation;

/**
 * What is to be simulated.
 *
 * @param incidents how many real events; some six in a hundred have two sources
 * @param weeks over how many weeks up to the last closed one they are spread
 * @param seed the same seed, size and last week give the same incidents
 */
public record SimulationPlan(String slug, String name, int incidents, int weeks, long seed) {

  /** More would not fit the numbers used for drawing. */
  private static final int MOST = 50_000_000;

  public SimulationPlan {
    if (!slug.matches("[a-z0-9-]{2,40}")) {
      throw new IllegalArgumentException("Kortnamnet " + slug
          + " går inte att använda: 2–40 tecken, a–z, siffror och bindestreck.");
    }
    if (incidents < 1 || incidents > MOST) {
      throw new IllegalArgumentException(
          "Antalet händelser ska vara 1 till " + MOST + ", inte " + incidents + ".");
    }
    if (weeks < 1 || weeks > 1040) {
      throw new IllegalArgumentException(
          "Antalet veckor ska vara 1 till 1040, inte " + weeks + ".");
    }
  }
}
