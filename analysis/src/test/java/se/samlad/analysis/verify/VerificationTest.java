package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.analysis.Reference;

class VerificationTest {

  private record Run(int code, String out, String err) {}

  @Test
  void folderAboveTheKindIsWorkedThroughWhole(@TempDir Path root) {
    copy("aoristic/weekhour", root.resolve("reference/aoristic/weekhour"));
    Run run = run(root.resolve("reference"));
    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains(
            "aoristic/weekhour",
            "sum per hour of the week",
            " 168 ",
            "1 folders, 2 groups, 0 off.");
  }

  @Test
  void filesMayLieInTheFolderOfTheKindItself(@TempDir Path root) {
    copy("aoristic/weekhour", root.resolve("aoristic"));
    assertThat(run(root.resolve("aoristic")).code).isZero();
  }

  @Test
  void oneWrongDigitGivesExitOneAndSaysWhere(@TempDir Path root) throws IOException {
    Path folder = root.resolve("aoristic/weekhour");
    copy("aoristic/weekhour", folder);
    Path expected = folder.resolve("expected_weekhour.csv");
    String table = Files.readString(expected);
    Files.writeString(expected, table.replace("3.38539808328825", "3.38539828328825"));
    Run run = run(folder);
    assertThat(run.code).isEqualTo(1);
    assertThat(run.out).contains("OFF", "value 1: expected 3.38539828328825, ours 3.38539808328");
  }

  @Test
  void unknownKindIsRefusedWithOneSentence(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("astrology/moon"));
    Run run = run(root.resolve("astrology"));
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).hasLineCount(1).contains("no known kind", "aoristic");
  }

  @Test
  void missingFolderIsRefusedWithOneSentence(@TempDir Path root) {
    Run run = run(root.resolve("nowhere"));
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).hasLineCount(1).contains("There is no folder");
  }

  @Test
  void folderWithoutItsFilesIsOffRatherThanWell(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("aoristic/empty"));
    Files.writeString(root.resolve("aoristic/empty/vector.json"), "{}");
    Run run = run(root.resolve("aoristic/empty"));
    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains("aoristic/empty could not be worked through");
  }

  @Test
  void nothingComparedIsNotWell() {
    Findings findings = new Findings();
    findings.group("nothing", 1);
    assertThat(findings.ok()).isFalse();
    assertThat(new Findings().ok()).isFalse();
  }

  @Test
  void relativeToleranceMeasuresByTheExpectedValue() {
    Findings findings = new Findings();
    findings.group("p", Tolerance.relative(1e-8)).compare(1e-120, 1.000001e-120);
    findings.group("q", Tolerance.relative(1e-8)).compare(1e20, 1e20 * (1 + 1e-10));
    findings.group("r", Tolerance.relative(1e-8, 1)).compare(0, 1e-9);
    assertThat(findings.groups()).extracting(ValueGroup::ok).containsExactly(false, true, true);
  }

  @Test
  void missingAndInfiniteValuesMustBeTheSame() {
    ValueGroup group = new Findings().group("special", 1e300);
    group
        .compare(Double.NaN, Double.NaN)
        .compare(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat(group.ok()).isTrue();
    group.compare(Double.NaN, 1).compare(1, Double.NaN).compare(Double.POSITIVE_INFINITY, 1);
    assertThat(group.off()).isEqualTo(3);
  }

  @Test
  void anotherNumberOfValuesIsOff() {
    ValueGroup group = new Findings().group("length", 1);
    assertThat(group.compare(new double[] {1, 2}, new double[] {1}).ok()).isFalse();
  }

  static void copy(String reference, Path to) {
    try (Stream<Path> files = Files.list(Reference.folder(reference))) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Verification.run(
        List.of(folder),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
