package se.samlad.command;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import se.samlad.analysis.command.AnalyseMethod;
import se.samlad.analysis.command.Input;
import se.samlad.analysis.command.Options;
import se.samlad.analysis.command.Outcome;
import se.samlad.analysis.command.OutcomeWriter;
import se.samlad.analysis.command.OutcomeWriter.Format;

/** One run of a method on a file: 0 when it answered, 2 with one sentence when the input or an option is bad. */
final class AnalyseRun implements Callable<Integer> {

  private final AnalyseMethod method;
  private @Nullable CommandSpec spec;

  AnalyseRun(AnalyseMethod method) {
    this.method = method;
  }

  void reads(CommandSpec spec) {
    this.spec = spec;
  }

  @Override
  public Integer call() throws IOException {
    ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
    try {
      Options options = Options.of(method, given(parsed));
      Input input = input(parsed, options);
      Outcome outcome = method.run(input, options, new ConsoleProgress(System.err));
      write(outcome, input, parsed);
      return 0;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(Failure.sentence(e));
      return 2;
    } catch (OutOfMemoryError e) {
      System.err.println(
          "The memory does not hold this; give Java more with SAMLAD_JAVA_OPTS=-Xmx4g or take a smaller area or period");
      return 2;
    }
  }

  private Map<String, String> given(ParseResult parsed) {
    Map<String, String> values = new HashMap<>();
    parsed.matchedOptions().forEach(option -> {
      String name = option.longestName().substring(2);
      if (!name.equals("out") && !name.equals("format")) {
        values.put(name, String.valueOf(option.<Object>getValue()));
      }
    });
    return values;
  }

  private static Input input(ParseResult parsed, Options options) {
    String file = parsed.matchedPositionalValue(0, "-");
    return file.equals("-") ? Input.read(System.in, options) : Input.read(Path.of(file), options);
  }

  private static void write(Outcome outcome, Input input, ParseResult parsed) throws IOException {
    String file = parsed.matchedOptionValue("out", "");
    Format format = format(parsed, file, outcome);
    if (file.isEmpty()) {
      OutcomeWriter.write(
          outcome,
          input,
          format,
          buffered(new FileOutputStream(java.io.FileDescriptor.out)),
          System.err);
      return;
    }
    try (PrintStream out = buffered(new FileOutputStream(file))) {
      OutcomeWriter.write(outcome, input, format, out, System.err);
      if (out.checkError()) {
        throw new IllegalArgumentException("%s could not be written whole".formatted(file));
      }
    }
  }

  private static PrintStream buffered(FileOutputStream stream) {
    return new PrintStream(
        new BufferedOutputStream(stream, 1 << 16), false, StandardCharsets.UTF_8);
  }

  private static Format format(ParseResult parsed, String file, Outcome outcome) {
    String asked = parsed.matchedOptionValue("format", "");
    if (!asked.isEmpty()) {
      return Format.parse(asked);
    }
    int dot = file.lastIndexOf('.');
    if (dot >= 0) {
      return Format.parse(file.substring(dot + 1));
    }
    return outcome.columns().isEmpty() ? Format.JSON : Format.CSV;
  }
}
