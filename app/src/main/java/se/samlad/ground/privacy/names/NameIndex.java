package se.samlad.ground.privacy.names;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many bear a name, as given name and as surname. A table of one long for each name: 48 bits of its hash and twice five bits of the
 * number of bearers, rounded down to a power of two. No name can be read out of it. 8 bytes a name at a load of one half: 120,000 names
 * take 2 MB.
 */
public final class NameIndex {

  private static final int BITS = 5;
  private static final int MOST = (1 << BITS) - 1;
  private static final long DATA = (1L << 2 * BITS) - 1;
  private static final long HASH = 0xffffffffffff0000L;

  private final long[] table;
  private final int names;

  private NameIndex(long[] table, int names) {
    this.table = table;
    this.names = names;
  }

  /** Gathers names; the same name more than once adds up. */
  public static final class Builder {

    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Integer> surnames = new HashMap<>();

    public Builder given(String name, int bearers) {
      given.merge(name.toLowerCase(Locale.ROOT), bearers, Integer::sum);
      return this;
    }

    public Builder surname(String name, int bearers) {
      surnames.merge(name.toLowerCase(Locale.ROOT), bearers, Integer::sum);
      return this;
    }

    /** Adds the names of the other list that are not here yet. */
    public Builder andOf(Builder other) {
      other.given.forEach(given::putIfAbsent);
      other.surnames.forEach(surnames::putIfAbsent);
      return this;
    }

    public int givenNames() {
      return given.size();
    }

    public int surnames() {
      return surnames.size();
    }

    public NameIndex build() {
      int size = Integer.highestOneBit(Math.max(8, given.size() + surnames.size())) * 4;
      long[] table = new long[size];
      given.forEach((name, bearers) -> put(table, name, (long) weight(bearers) << BITS));
      surnames.forEach((name, bearers) -> put(table, name, weight(bearers)));
      return of(table);
    }

    private static int weight(int bearers) {
      return Math.min(MOST, 32 - Integer.numberOfLeadingZeros(Math.max(1, bearers)));
    }

    private static void put(long[] table, String name, long data) {
      long hash = WordHash.of(name);
      table[slot(table, hash)] |= (hash & HASH) | data;
    }
  }

  public static NameIndex ofBytes(byte[] bytes) {
    LongBuffer longs = ByteBuffer.wrap(bytes).asLongBuffer();
    long[] table = new long[longs.remaining()];
    longs.get(table);
    if (Integer.bitCount(table.length) != 1 || table.length < 8) {
      throw new IllegalArgumentException(
          "a table of names holds a power of two longs, at least 8, not " + table.length);
    }
    return of(table);
  }

  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(table.length * Long.BYTES);
    bytes.asLongBuffer().put(table);
    return bytes.array();
  }

  /** Different names held. */
  public int names() {
    return names;
  }

  /** What the table takes in memory. */
  public int sizeInBytes() {
    return table.length * Long.BYTES;
  }

  /** 0 when nobody bears it as given name; n when at least 2^(n-1) do. */
  int given(String lower) {
    return (int) (data(lower) >>> BITS);
  }

  /** 0 when nobody bears it as surname; n when at least 2^(n-1) do. */
  int surname(String lower) {
    return (int) (data(lower) & MOST);
  }

  private long data(String lower) {
    return table[slot(table, WordHash.of(lower))] & DATA;
  }

  private static NameIndex of(long[] table) {
    return new NameIndex(
        table, (int) Arrays.stream(table).filter(each -> each != 0).count());
  }

  /** Where the hash stands, or the empty place where it would. */
  private static int slot(long[] table, long hash) {
    int mask = table.length - 1;
    int at = (int) (hash ^ hash >>> 32) & mask;
    while (table[at] != 0 && (table[at] & HASH) != (hash & HASH)) {
      at = at + 1 & mask;
    }
    return at;
  }
}
