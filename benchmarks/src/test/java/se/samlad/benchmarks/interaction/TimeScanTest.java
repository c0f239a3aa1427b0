package se.samlad.benchmarks.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeScanTest {

  @Test
  void townIsTheSameEveryTimeAndStartsTheSameWhateverItsSize() {
    assertThat(SyntheticTown.of(50).x()).isEqualTo(SyntheticTown.of(50).x());
    assertThat(SyntheticTown.of(80).day()).startsWith(SyntheticTown.of(50).day());
  }

  @Test
  void eventsAreWrittenForBothPrograms(@TempDir Path folder) throws Exception {
    TimeScan.main(new String[] {"write", "40", folder.toString()});
    assertThat(Files.readAllLines(folder.resolve("town.cas")))
        .hasSize(40)
        .allMatch(line -> line.matches("c\\d+_\\d+ 1 202[45]/\\d+/\\d+"));
    assertThat(Files.readAllLines(folder.resolve("town.csv"))).hasSize(41).startsWith("x,y,t");
    assertThat(Files.readAllLines(folder.resolve("town.geo")))
        .isNotEmpty()
        .allMatch(line -> line.matches("c\\d+_\\d+ \\d+\\.0 \\d+\\.0"));
  }

  @Test
  void unknownTaskIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeScan.main(new String[] {"astrology", "10", "9", "1"}))
        .withMessageContaining("astrology");
  }
}
