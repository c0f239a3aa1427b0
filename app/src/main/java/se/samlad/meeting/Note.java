package se.samlad.meeting;

/**
 * What was said of an item of the agenda.
 *
 * @param words empty when the reader may not see them yet
 * @param hidden whether the guard was in doubt and the coordinator has not looked
 */
public record Note(String words, boolean hidden) {

  public static final Note NONE = new Note("", false);

  /** Whether the reader has to wait for the coordinator. */
  public boolean withheld() {
    return hidden && words.isEmpty();
  }
}
