package se.samlad.analysis.interaction;

/**
 * To which of two neighbouring bands a distance belongs that is exactly their border (Swedish: vilken gräns som ingår i ett band).
 *
 * <p>With whole days and coordinates on a grid this decides real numbers: in the burglaries of Chicago in 2016 the pairs at the same place
 * within a week are 342 with the upper border and 319 with the lower one.
 */
public enum BandClosure {
  /** (lower, upper], and the first band takes 0 as well: "within 7 days" is day 0 to 7. */
  UPPER_INCLUDED {
    @Override
    boolean inside(double distance, double upper) {
      return distance <= upper;
    }
  },
  /** [lower, upper): a band of 7 days is day 0 to 6. */
  LOWER_INCLUDED {
    @Override
    boolean inside(double distance, double upper) {
      return distance < upper;
    }
  };

  abstract boolean inside(double distance, double upper);
}
