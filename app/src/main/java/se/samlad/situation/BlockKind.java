package se.samlad.situation;

/** The parts of a picture. Order and headings are data; what a block shows is not. */
public enum BlockKind {
  /** Läget i korthet. */
  BRIEF,
  /** Nyckeltal. */
  KEY_FIGURES,
  /** Karta. */
  MAP,
  /** Hotspots, with what is proposed for each. */
  HOTSPOTS,
  /** När: weekday and hour. */
  WHEN,
  /** Åtgärder from the last meeting. */
  MEASURES,
  /** Att vänta. */
  AHEAD;

  /** The most letters its text may have, so that the picture stays one page: less where figures fill the block. */
  public int mostLetters() {
    return switch (this) {
      case BRIEF -> 700;
      case AHEAD -> 500;
      case KEY_FIGURES, HOTSPOTS, MEASURES -> 160;
      case MAP, WHEN -> 120;
    };
  }
}
