package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class AberrationFolderTest {

  @Test
  void syntheticReportsAgreeWithSurveillance() {
    assertAllHold(Reference.folder("aberration/synth_est_weekly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"salmnewport_weekly", "salmonella_agona_weekly"})
  void sickPeopleAgreeWithSurveillance(String name) {
    assertAllHold(Reference.beside("aberration/" + name));
  }

  private static void assertAllHold(Path folder) {
    Findings findings = new Findings();
    new AberrationFolder().check(folder, findings);
    assertThat(findings.groups())
        .hasSize(28)
        .allSatisfy(group -> assertThat(group.ok())
            .as(group.row(folder.getFileName().toString()))
            .isTrue());
  }
}
