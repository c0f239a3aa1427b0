package se.samlad.situation;

/** Where a picture stands (Swedish: lägesbildens läge). */
public enum PictureState {
  /** Utkast: only the coordinator sees it. */
  DRAFT,
  /** Klar för möte: the group reads it. */
  READY,
  /** Beslutad: locked, figures and text stand. */
  SIGNED,
  /** Delad: leadership reads it too, small numbers hidden. */
  SHARED;

  /** Whether text and figures stand still. */
  public boolean locked() {
    return this == SIGNED || this == SHARED;
  }
}
