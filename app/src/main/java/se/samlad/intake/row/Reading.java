package se.samlad.intake.row;

import java.util.List;
import se.samlad.intake.FileRow;
import se.samlad.intake.RowProblem;

/** What a row of the file turned out to be. */
public sealed interface Reading {

  /** A good row; its key is still its id, or empty when the layout has none, and its area is not looked up yet. */
  record Good(FileRow row, boolean recordedBefore) implements Reading {}

  /** A row that cannot be taken, and every reason for it. */
  record Wrong(List<RowProblem> problems) implements Reading {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  /** A row of another municipality. */
  record Elsewhere() implements Reading {}

  /** A row of a kind that is not wanted. */
  record LeftOut() implements Reading {}
}
