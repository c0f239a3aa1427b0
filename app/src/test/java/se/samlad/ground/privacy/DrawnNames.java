package se.samlad.ground.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import se.samlad.ground.privacy.names.NameIndex;

/** Draws names as one meets them: by number of bearers. A fifth of the names is held out, to be left out of the guard's list. */
final class DrawnNames {

  private static final int HELD_OUT_OF_HUNDRED = 20;

  private final Bag given;
  private final Bag surnames;
  private final Random random;
  private final Set<String> heldOut = new HashSet<>();

  DrawnNames(Map<String, Integer> given, Map<String, Integer> surnames, long seed) {
    this.given = new Bag(given);
    this.surnames = new Bag(surnames);
    this.random = new Random(seed);
    holdOut(this.given);
    holdOut(this.surnames);
  }

  /** "Anna Lindström"; one in ten has two given names, one in twenty a double surname. */
  String next() {
    String first = given.draw(random);
    if (random.nextInt(10) == 0) {
      first += " " + given.draw(random);
    }
    String last = surnames.draw(random);
    if (random.nextInt(20) == 0) {
      last += "-" + surnames.draw(random);
    }
    return first + " " + last;
  }

  /** The list without the names held out. */
  NameIndex known(Map<String, Integer> listedGiven, Map<String, Integer> listedSurnames) {
    NameIndex.Builder names = new NameIndex.Builder();
    listedGiven.forEach((name, bearers) -> {
      if (!heldOut.contains(name)) {
        names.given(name, bearers);
      }
    });
    listedSurnames.forEach((name, bearers) -> {
      if (!heldOut.contains(name)) {
        names.surname(name, bearers);
      }
    });
    return names.build();
  }

  /** Every fifth of the drawn people, not of the rows, shall bear a name that is held out. */
  private void holdOut(Bag bag) {
    for (String name : bag.names) {
      if (random.nextInt(100) < HELD_OUT_OF_HUNDRED) {
        heldOut.add(name);
      }
    }
  }

  private static final class Bag {

    private final List<String> names = new ArrayList<>();
    private final long[] upTo;

    private Bag(Map<String, Integer> bearers) {
      this.upTo = new long[bearers.size()];
      long sum = 0;
      for (Map.Entry<String, Integer> each : bearers.entrySet()) {
        sum += each.getValue();
        upTo[names.size()] = sum;
        names.add(each.getKey());
      }
    }

    private String draw(Random random) {
      long at = random.nextLong(upTo[upTo.length - 1]);
      int low = 0;
      int high = upTo.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (upTo[middle] > at) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return names.get(low);
    }
  }
}
