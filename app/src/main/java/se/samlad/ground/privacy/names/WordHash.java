package se.samlad.ground.privacy.names;

import java.util.Locale;

/** The hash by which words are kept: 64 bits, the same whatever the case. Two of a million words meet with a chance of 1 in 37 million. */
final class WordHash {

  private WordHash() {}

  static long of(CharSequence word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  static long ofAnyCase(String word) {
    return of(word.toLowerCase(Locale.ROOT));
  }

  /** Spreads the bits, so that any part of them will do as an address. */
  private static long mixed(long hash) {
    long mixed = hash;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
