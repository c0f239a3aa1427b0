package se.samlad.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.analysis.command.AnalyseMethods;

class AnalyseCommandTest {

  @TempDir
  Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void fileInAndFileOutWithoutADatabase() throws IOException {
    Path in = write("in.csv", "from,to\n2026-11-23T00:30,2026-11-23T02:00\n");
    Path out = folder.resolve("out.json");
    Run run = run("analyse", "aoristic", in.toString(), "--out", out.toString());
    assertThat(run.code).isZero();
    assertThat(Files.readString(out)).startsWith("{\"method\":\"aoristic\",\"n\":1");
  }

  @Test
  void columnsAreNamedByOption() throws IOException {
    Path in = write("in.csv", "start\n2026-11-23T00:30\n");
    Path out = folder.resolve("out.csv");
    Run run = run(
        "analyse", "aoristic", in.toString(), "--from-column", "start", "--out", out.toString());
    assertThat(run.code).isZero();
    assertThat(Files.readAllLines(out).get(1)).isEqualTo("MONDAY,0,1,1");
    assertThat(run.err).contains("\"n\":1");
  }

  @Test
  void badInputEndsWithTwoAndOneSentence() throws IOException {
    Path in = write("in.csv", "from\nmorning\n");
    assertRefused(run("analyse", "aoristic", in.toString()), "Row 1");
    assertRefused(run("analyse", "aoristic", folder.resolve("none.csv").toString()), "no file");
    assertRefused(run("analyse", "aoristic", in.toString(), "--threads", "many"), "--threads");
    assertThat(run("analyse", "aoristic", "--colour", "red").code).isEqualTo(2);
  }

  @Test
  void everyMethodHasHelp() {
    assertThat(AnalyseMethods.all()).allSatisfy(method -> {
      Run run = run("analyse", method.name(), "--help");
      assertThat(run.code).isZero();
      assertThat(run.out).contains(method.summary().substring(0, 20), "--seed", "--threads");
    });
    assertThat(run("analyse", "--help").out).contains("aoristic", "verify");
  }

  @Test
  void verifyRefusesAnUnknownKind() throws IOException {
    Files.createDirectories(folder.resolve("astrology"));
    assertRefused(
        run("analyse", "verify", folder.resolve("astrology").toString()), "no known kind");
  }

  private static void assertRefused(Run run, String reason) {
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains(reason).hasLineCount(1);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Run run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
    ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
      int code = CommandLine.run(arguments);
      return new Run(
          code,
          caughtOut.toString(StandardCharsets.UTF_8),
          caughtErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
