package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AoristicMethodTest {

  @Test
  void intervalIsSharedBetweenItsHours() {
    Outcome outcome =
        Analyse.run("aoristic", "from,to\n2026-11-23T00:30,2026-11-23T02:00\n2026-11-23T05:10,\n");
    assertThat(outcome.facts().get("n").integer()).isEqualTo(2);
    assertThat(outcome.number("weight", 0)).isEqualTo(1.0 / 3);
    assertThat(outcome.number("weight", 1)).isEqualTo(2.0 / 3);
    assertThat(outcome.number("share", 5)).isEqualTo(0.5);
  }

  @Test
  void badTimesAreNamedWithTheRow() {
    assertThatThrownBy(() -> Analyse.run("aoristic", "from\n2026-11-23T05:10\nmorning\n"))
        .hasMessageContaining("Row 2: column from has \"morning\"");
    assertThatThrownBy(
            () -> Analyse.run("aoristic", "from,to\n2026-11-23T05:10,2026-11-23T04:00\n"))
        .hasMessageContaining("Row 1: A time span ends");
    assertThatThrownBy(() -> Analyse.run("aoristic", "from\n", "zone", "Mars"))
        .hasMessageContaining("no time zone");
    assertThatThrownBy(() -> Analyse.run("aoristic", "a\n1\n"))
        .hasMessageContaining("no column from");
    assertThatThrownBy(() -> Analyse.run("aoristic", "from\n", "threads", "0"))
        .hasMessageContaining("--threads");
  }
}
