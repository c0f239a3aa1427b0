package se.samlad.situation.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.situation.sheet.Sheet.Piece;

/** Cuts a text so that the days in it stand out: <b>Fre 27 nov</b> Black Friday. */
final class DayPieces {

  private static final Pattern DAY = Pattern.compile(
      "\\b(Mån|Tis|Ons|Tors?|Fre|Lör|Sön) \\d{1,2} (jan|feb|mars|april|maj|juni|juli|aug|sep|sept|okt|nov|dec)\\b",
      Pattern.UNICODE_CHARACTER_CLASS);

  private DayPieces() {}

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher day = DAY.matcher(text);
    int at = 0;
    while (day.find()) {
      add(pieces, text.substring(at, day.start()), false);
      add(pieces, day.group(), true);
      at = day.end();
    }
    add(pieces, text.substring(at), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean strong) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, strong));
    }
  }
}
