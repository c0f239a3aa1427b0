package se.samlad.ground.disclosure;

import java.time.Instant;
import java.util.Optional;

/**
 * A number that may be shown (Swedish: figur): never without what was expected, how many sources and reporters it rests on and when it was
 * known. Templates print figures, not numbers.
 *
 * @param value the count
 * @param expected the prediction interval the count is read against; empty when the basis is too thin
 * @param sources how many organisations the count comes from
 * @param answered unit-weeks answered in the period
 * @param asked unit-weeks expected in the period
 * @param asOf when it was known
 */
public record Figure(
    int value, Optional<Expected> expected, int sources, int answered, int asked, Instant asOf) {

  /** An interval of counts, both ends included, that holds the level's share of outcomes. */
  public record Expected(int lower, int upper, double level) {
    public Expected {
      if (lower > upper || lower < 0) {
        throw new IllegalArgumentException("expected interval " + lower + "-" + upper);
      }
    }
  }

  /** The word that goes with the number. */
  public enum Word {
    /** Mer än väntat. */
    MORE,
    /** Som väntat. */
    AS_EXPECTED,
    /** Färre än väntat. */
    FEWER,
    /** Otillräckligt underlag. */
    INSUFFICIENT
  }

  public Word word() {
    if (expected.isEmpty()) {
      return Word.INSUFFICIENT;
    }
    Expected band = expected.get();
    return value > band.upper() ? Word.MORE : value < band.lower() ? Word.FEWER : Word.AS_EXPECTED;
  }

  /** Whether nobody was heard: then a zero is silence, not calm. */
  public boolean silent() {
    return asked > 0 && answered == 0;
  }
}
