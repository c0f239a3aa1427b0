package se.samlad.ground.storage;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers: version 7, so that new rows lie together in an index, with 74 random bits that tell no volume. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    long time = System.currentTimeMillis();
    long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
