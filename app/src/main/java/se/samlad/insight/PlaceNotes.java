package se.samlad.insight;

import java.util.List;

/** What modules above know of a place and show on its page: problems, measures tried there. Each implements it as a bean. */
public interface PlaceNotes {

  /** What is known of the hotspot's place to whoever acts. */
  List<Note> at(Hotspot place);

  /** What whoever acts may do about it. */
  default List<Action> actions(Hotspot place) {
    return List.of();
  }

  /**
   * A line of the page's table of measures, already in the reader's language.
   *
   * @param path where it leads
   * @param when weeks or days, as text
   * @param done whether it was carried out, as text
   * @param result what happened, as text
   * @param state its status, as text
   */
  record Note(
      String title,
      String path,
      String owner,
      String when,
      String done,
      String result,
      String state) {}

  /** A button of the page. */
  record Action(String text, String path, boolean main) {}
}
