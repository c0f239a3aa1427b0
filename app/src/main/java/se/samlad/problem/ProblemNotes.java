package se.samlad.problem;

import java.util.List;
import se.samlad.insight.PlaceNotes;

/** What modules above know of a problem and show on its page: the measures that answer it. Each implements it as a bean. */
public interface ProblemNotes {

  /** What is known to whoever acts, the latest first. */
  List<PlaceNotes.Note> of(Problem problem);

  /** What whoever acts may do about it. */
  default List<PlaceNotes.Action> actions(Problem problem) {
    return List.of();
  }
}
