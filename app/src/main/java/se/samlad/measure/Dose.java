package se.samlad.measure;

import se.samlad.ground.storage.InvalidInput;

/** How much of what was planned was done (Swedish: dos), as 9 av 12 kvällar. */
public record Dose(int done, int planned, String unit) {

  public Dose {
    if (planned < 1 || planned > 9999 || done < 0 || done > 9999) {
      throw new InvalidInput("dos", "measure.input.dose");
    }
  }
}
