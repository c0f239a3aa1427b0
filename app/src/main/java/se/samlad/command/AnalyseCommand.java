package se.samlad.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import se.samlad.analysis.command.AnalyseMethod;
import se.samlad.analysis.command.AnalyseMethods;
import se.samlad.analysis.command.CommonOptions;
import se.samlad.analysis.command.Option;

/** {@code samlad analyse METHOD}: the analysis library on files, without database. The methods' own help is in English, as the library. */
@Command(
    name = "analyse",
    mixinStandardHelpOptions = true,
    subcommands = VerifyCommand.class,
    synopsisSubcommandLabel = "METHOD",
    description = {
      "Räknar med analysbiblioteket på en fil, utan databas: CSV eller GeoJSON in, CSV, GeoJSON eller JSON ut.",
      "Metodernas egen hjälp (analyse METHOD --help) är på engelska, som biblioteket."
    })
final class AnalyseCommand implements Runnable {

  @picocli.CommandLine.Spec
  @org.jspecify.annotations.Nullable
  CommandSpec spec;

  /** The command with a subcommand for each method. */
  static picocli.CommandLine line() {
    picocli.CommandLine line = new picocli.CommandLine(new AnalyseCommand());
    AnalyseMethods.all().forEach(method -> line.addSubcommand(method.name(), specOf(method)));
    return line;
  }

  private static CommandSpec specOf(AnalyseMethod method) {
    AnalyseRun run = new AnalyseRun(method);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(run);
    run.reads(spec);
    spec.name(method.name()).mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(escaped(method.summary()))
        .showDefaultValues(true)
        .width(100);
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("FILE")
        .arity("0..1")
        .type(String.class)
        .description("CSV or GeoJSON; standard input when left out or -")
        .build());
    method.options().forEach(option -> spec.addOption(optionOf(option)));
    CommonOptions.ALL.forEach(option -> spec.addOption(optionOf(option)));
    spec.addOption(OptionSpec.builder("--out")
        .paramLabel("FILE")
        .type(String.class)
        .description("file to write; standard output when left out")
        .build());
    spec.addOption(OptionSpec.builder("--format")
        .paramLabel("csv|geojson|json")
        .type(String.class)
        .description("when left out told from --out, else csv, or json where there are no rows")
        .build());
    return spec;
  }

  private static OptionSpec optionOf(Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder("--" + option.name()).description(escaped(option.description()));
    if (option.kind() == Option.Kind.FLAG) {
      return builder.type(boolean.class).build();
    }
    builder.paramLabel(option.kind().name()).type(String.class);
    if (option.standard() != null) {
      builder.showDefaultValue(picocli.CommandLine.Help.Visibility.NEVER);
      builder.description(escaped(option.description() + " (" + option.standard() + ")"));
    }
    return builder.build();
  }

  /** Picocli reads descriptions as formats. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
