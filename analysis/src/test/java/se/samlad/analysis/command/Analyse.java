package se.samlad.analysis.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import se.samlad.analysis.Progress;

/** Runs a method on a text as the command line would: {@code run("aoristic", "from\n...", "zone", "UTC")}. */
final class Analyse {

  private Analyse() {}

  static Outcome run(String method, String input, String... options) {
    AnalyseMethod found = AnalyseMethods.find(method).orElseThrow();
    Options given = options(found, options);
    return found.run(input(input, given), given, Progress.silent());
  }

  static Input input(String text, Options options) {
    return Input.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
  }

  static Options options(AnalyseMethod method, String... given) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      values.put(given[i], given[i + 1]);
    }
    return Options.of(method, values);
  }

  /** The outcome as it would be printed, the facts beside a CSV table left out. */
  static String written(Outcome outcome, Input input, OutcomeWriter.Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutcomeWriter.write(
        outcome,
        input,
        format,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
