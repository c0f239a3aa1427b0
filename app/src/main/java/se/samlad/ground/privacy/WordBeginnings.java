package se.samlad.ground.privacy;

import java.util.BitSet;

/** Whether any word of a text begins with certain three letters: a quick look before a slow one. May say yes when it is no, never no. */
record WordBeginnings(BitSet seats) {

  private static final int SEATS = 1 << 12;

  static WordBeginnings of(String beginnings) {
    BitSet seats = new BitSet(SEATS);
    for (String beginning : beginnings.split(" ")) {
      seats.set(seat(beginning, 0));
    }
    return new WordBeginnings(seats);
  }

  boolean in(String text) {
    boolean inside = false;
    for (int at = 0; at + 2 < text.length(); at++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(at));
      if (letter && !inside && seats.get(seat(text, at))) {
        return true;
      }
      inside = letter;
    }
    return false;
  }

  private static int seat(String text, int at) {
    return small(text.charAt(at)) * 961
            + small(text.charAt(at + 1)) * 31
            + small(text.charAt(at + 2))
        & SEATS - 1;
  }

  private static int small(char sign) {
    return Character.toLowerCase(sign);
  }
}
