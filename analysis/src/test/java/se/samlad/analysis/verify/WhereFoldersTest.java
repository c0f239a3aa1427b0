package se.samlad.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class WhereFoldersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "empirical_bayes/auckland",
        "empirical_bayes/nc_sids74",
        "funnel/areas40",
        "dbscan_hdbscan/synth600",
        "dbscan_hdbscan/synth3000",
        "kde/synth600_250m",
        "kde/synth3000_50m_weighted",
        "gistar_lisa/grid_20x15_250m_queen",
        "gistar_lisa/columbus_crime",
        "gistar_lisa/afcon_conflict"
      })
  void folderAmongTheResourcesHolds(String name) {
    assertHolds(Reference.folder(name), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concentration",
        "gistar_lisa/grid_60x50_100m_rook",
        "nni_ripley/chicago_streetcrime",
        "nni_ripley/japanesepines",
        "nni_ripley/redwood"
      })
  void folderBesideTheRepositoryHolds(String name) {
    assertHolds(Reference.beside(name), name);
  }

  private static void assertHolds(Path folder, String name) {
    Findings findings = new Findings();
    String kind = name.replaceFirst("/.*", "");
    FolderKinds.find(kind).orElseThrow().check(folder, findings);
    assertThat(findings.groups()).isNotEmpty();
    assertThat(findings.groups().stream().filter(group -> !group.ok()).map(g -> g.row(name)))
        .isEmpty();
  }
}
