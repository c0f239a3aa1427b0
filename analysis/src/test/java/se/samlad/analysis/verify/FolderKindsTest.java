package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class FolderKindsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aoristic",
        "did_its",
        "emerging_hotspots",
        "forecast_accuracy",
        "mann_kendall",
        "orienteering",
        "rate_ratio",
        "stl",
        "sweref99",
        "wdd",
        "wdq"
      })
  void everyFolderAmongTheResourcesHolds(String kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = Verification.run(List.of(Reference.folder(kind)), print, print);
    assertThat(code).as(() -> out.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void eachKindHasItsOwnName() {
    assertThat(FolderKinds.ALL).extracting(FolderKind::name).doesNotHaveDuplicates();
  }

  @Test
  void realForecastsBesideTheRepositoryHold() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = Verification.run(List.of(Reference.beside("forecast_portland")), print, print);
    assertThat(code).as(() -> out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
