package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class InteractionFoldersTest {

  @ParameterizedTest
  @ValueSource(strings = {"knox/synth400"})
  void foldersAmongTheTestsHold(String name) {
    check(new KnoxFolder(), Reference.folder(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"knox/imdepi", "knox/chicago_burglary_2016"})
  void foldersBesideTheRepositoryHold(String name) {
    check(new KnoxFolder(), Reference.beside(name));
  }

  @Test
  void aSimulatedPValueTooFarOffIsFound() {
    Findings findings = new Findings();
    MonteCarlo.compareP(findings, "p", 0.05, 0.08, 999);
    MonteCarlo.compareP(findings, "q", 0.05, 0.07, 999);
    assertThat(findings.groups()).extracting(ValueGroup::ok).containsExactly(false, true);
  }

  private static void check(FolderKind kind, Path folder) {
    Findings findings = new Findings();
    kind.check(folder, findings);
    assertThat(findings.groups())
        .isNotEmpty()
        .allSatisfy(
            group -> assertThat(group.off()).as(group.row(folder.toString())).isZero());
  }
}
