package se.samlad.ground.access.token;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * How fast each token goes: a bucket that holds one second's worth and fills steadily, one for writes and one for reads. Kept in memory,
 * so that a second process gives a token its own pace; time is monotonic, so that a jump of the clock neither opens nor closes anything.
 */
@Component
class Pace {

  private static final double NANOS = 1_000_000_000.0;

  private final ConcurrentHashMap<Key, Bucket> buckets = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  Pace() {
    this(System::nanoTime);
  }

  Pace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes one from the bucket; false when the token goes too fast. */
  boolean admits(UUID token, boolean write, int perSecond) {
    long now = nanoTime.getAsLong();
    return buckets
        .compute(
            new Key(token, write),
            (key, bucket) -> bucket == null
                ? Bucket.full(perSecond, now).taken()
                : bucket.filled(perSecond, now).taken())
        .admitted();
  }

  private record Key(UUID token, boolean write) {}

  private record Bucket(double level, long at, boolean admitted) {

    static Bucket full(int perSecond, long now) {
      return new Bucket(perSecond, now, false);
    }

    Bucket filled(int perSecond, long now) {
      return new Bucket(Math.min(perSecond, level + perSecond * (now - at) / NANOS), now, false);
    }

    Bucket taken() {
      return level >= 1 ? new Bucket(level - 1, at, true) : new Bucket(level, at, false);
    }
  }
}
