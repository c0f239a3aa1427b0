package se.samlad.ground.web;

import se.samlad.ground.storage.InvalidInput;

/** A whole number as somebody wrote it in an address, refused with its bounds when it is none or lies outside them. */
public final class WholeNumber {

  private WholeNumber() {}

  public static int within(String field, String text, int least, int most) {
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new InvalidInput(field, "web.error.number", field, least, most);
  }
}
