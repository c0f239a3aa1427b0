package se.samlad.analysis.verify;

import java.nio.file.Path;

/** One kind of reference folder: knows its files, reckons from the inputs and compares with the expected ones. */
public interface FolderKind {

  /** The name of the folder that holds this kind, as {@code rate_ratio}. */
  String name();

  /**
   * Reckons from the inputs of one folder, then compares with its expected values. An expected file is never read to make a
   * result.
   */
  void check(Path folder, Findings findings);
}
