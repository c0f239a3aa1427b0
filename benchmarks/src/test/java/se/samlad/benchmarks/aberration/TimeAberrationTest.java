package se.samlad.benchmarks.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.analysis.table.Csv;

class TimeAberrationTest {

  @Test
  void seriesAreMadeOnceAndJudgedByBothMethods(@TempDir Path folder) throws Exception {
    Path series = folder.resolve("series.csv");
    TimeAberration.main(new String[] {"make", series.toString(), "2", "300", "7"});
    assertThat(Files.readString(series)).isEqualTo(TimeAberration.made(2, 300, 7));
    Path ears = folder.resolve("ears.csv");
    TimeAberration.main(new String[] {"ears", series.toString(), ears.toString()});
    assertThat(Csv.read(ears).size()).isEqualTo(293);
    Path farrington = folder.resolve("farrington.csv");
    TimeAberration.main(new String[] {"farrington", series.toString(), farrington.toString(), "5"});
    assertThat(Csv.read(farrington).numbers("s2")).hasSize(5).doesNotContain(Double.NaN);
  }

  @Test
  void unknownTaskIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeAberration.main(new String[] {"knox", "file"}))
        .withMessageContaining("knox");
  }
}
