package se.samlad.analysis.interaction;

import java.util.Arrays;

/**
 * Adjacent bands of distance or time from 0 up (Swedish: avståndsband, tidsband).
 *
 * @param uppers the upper borders, rising; 0 as the first one, with the upper border included, is the band of no distance at all
 * @param closure which border belongs to a band
 */
public record Bands(double[] uppers, BandClosure closure) {

  private static final int MOST = 60;

  public Bands {
    uppers = uppers.clone();
    if (uppers.length < 1 || uppers.length > MOST) {
      throw new IllegalArgumentException(
          "There must be 1 to %d bands but there are %d".formatted(MOST, uppers.length));
    }
    for (int i = 0; i < uppers.length; i++) {
      double below = i == 0 ? 0 : uppers[i - 1];
      boolean zeroBand = i == 0 && uppers[0] == 0 && closure == BandClosure.UPPER_INCLUDED;
      if (!(uppers[i] > below || zeroBand) || Double.isInfinite(uppers[i])) {
        throw new IllegalArgumentException("Borders of bands must be finite and rise from 0: %s"
            .formatted(Arrays.toString(uppers)));
      }
    }
  }

  /** Bands with the upper border included, as most tables have it. */
  public static Bands upTo(double... uppers) {
    return new Bands(uppers, BandClosure.UPPER_INCLUDED);
  }

  @Override
  public double[] uppers() {
    return uppers.clone();
  }

  public int size() {
    return uppers.length;
  }

  public double lower(int band) {
    return band == 0 ? 0 : uppers[band - 1];
  }

  public double upper(int band) {
    return uppers[band];
  }

  double longest() {
    return uppers[uppers.length - 1];
  }

  /** The band of a distance, or the number of bands when it lies beyond them all. */
  int of(double distance) {
    int band = 0;
    while (band < uppers.length && !closure.inside(distance, uppers[band])) {
      band++;
    }
    return band;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bands bands
        && closure == bands.closure
        && Arrays.equals(uppers, bands.uppers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(uppers) + closure.hashCode();
  }

  @Override
  public String toString() {
    return closure + " " + Arrays.toString(uppers);
  }
}
