package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class InteractionFoldersTest {

  @ParameterizedTest
  @ValueSource(strings = {"knox/synth400", "scan_spacetime/synthetic1500_prospective"})
  void foldersAmongTheTestsHold(String name) {
    check(name, Reference.folder(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "knox/imdepi",
        "knox/chicago_burglary_2016",
        "scan_spacetime/new_mexico_poisson_retrospective",
        "scan_spacetime/north_humberside_bernoulli",
        "scan_spacetime/nyc_fever_prospective",
        "scan_spacetime/synthetic1500_retrospective",
        "scan_spatial/NYleukemia_binomial",
        "scan_spatial/pennLC_binomial",
        "scan_spatial/pennLC_poisson"
      })
  void foldersBesideTheRepositoryHold(String name) {
    check(name, Reference.beside(name));
  }

  @Test
  void aSimulatedPValueTooFarOffIsFound() {
    Findings findings = new Findings();
    MonteCarlo.compareP(findings, "p", 0.05, 0.08, 999);
    MonteCarlo.compareP(findings, "q", 0.05, 0.07, 999);
    assertThat(findings.groups()).extracting(ValueGroup::ok).containsExactly(false, true);
  }

  private static void check(String name, Path folder) {
    FolderKind kind = FolderKinds.find(name.substring(0, name.indexOf('/'))).orElseThrow();
    Findings findings = new Findings();
    kind.check(folder, findings);
    assertThat(findings.groups())
        .isNotEmpty()
        .allSatisfy(
            group -> assertThat(group.off()).as(group.row(folder.toString())).isZero());
  }
}
