package se.samlad.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.ground.storage.Settings;

/** Reads the command line: the commands here and those the modules contribute. Exit code 0 only on success, 2 on wrong use. */
@Command(
    name = "samlad",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Samlad: öppet system för EST, effektiv samordning för trygghet.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      SettingsCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class CommandLine implements Runnable {

  @picocli.CommandLine.Spec
  picocli.CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs the arguments and returns the exit code. */
  public static int run(String... arguments) {
    Settings settings;
    try {
      settings = Settings.read(System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    picocli.CommandLine line = new picocli.CommandLine(new CommandLine());
    line.addSubcommand("analyse", AnalyseCommand.line());
    for (ConsoleCommand command : ServiceLoader.load(ConsoleCommand.class)) {
      command.useApplication(work -> Web.work(settings, work, System.err));
      line.addSubcommand(command);
    }
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, failed, result) -> {
      failed.getErr().println(Failure.sentence(e));
      return 1;
    });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
