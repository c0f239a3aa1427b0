package se.samlad.followup;

/**
 * A named place a measure's place can be compared with, and how much happened there before the measure: nothing after it is looked at.
 *
 * @param before incidents within the radius
 * @param bufferBefore incidents in the ring around
 */
public record Comparison(
    String name, double easting, double northing, int before, int bufferBefore) {

  /** As a form field carries it. */
  public String key() {
    return Math.round(easting) + " " + Math.round(northing);
  }
}
