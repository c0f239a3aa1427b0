package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;

/** One method of the library as a command. */
public interface AnalyseMethod {

  /** The word on the command line, as {@code rate-ratio}. */
  String name();

  /** One sentence for the list of methods: the question it answers. */
  String summary();

  /** What the method asks for beside {@link CommonOptions}. */
  List<Option> options();

  /** More rows are refused while they are read, before they fill the memory. */
  default int mostRows() {
    return 1_000_000;
  }

  Outcome run(Input input, Options options, Progress progress);
}
