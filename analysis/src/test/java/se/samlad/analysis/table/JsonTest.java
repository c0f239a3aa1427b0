package se.samlad.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void writesWhatItReads() {
    String text =
        "{\"a\":[1,-2.5,1.0E-20,null,true],\"å\":{\"b\":\"\\\"x\\n\\u0001\"},\"c\":[],\"d\":{}}";
    assertThat(Json.parse(text).write()).isEqualTo(text);
  }

  @Test
  void missingNumbersAreNotANumber() {
    Json json = Json.parse("[null, \"NA\", 3]");
    assertThat(json.numbers()).containsExactly(Double.NaN, Double.NaN, 3);
    assertThat(Json.parse("{\"a\":null}").find("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "[1 2]",
        "{\"a\" 1}",
        "\"open",
        "\"\\u12\"",
        "\"\\q\"",
        "nul",
        "1 2",
        "--1"
      })
  void brokenTextIsRefusedWithItsPosition(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Broken JSON at character");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).hasMessageContaining("levels deep");
  }

  @Test
  void askingForTheWrongKindIsRefused() {
    Json json = Json.parse("{\"a\":1.5}");
    assertThatThrownBy(() -> json.get("b")).hasMessageContaining("no field b");
    assertThatThrownBy(() -> json.get("a").text()).hasMessageContaining("Not a text");
    assertThatThrownBy(() -> json.get("a").integer()).hasMessageContaining("whole");
  }
}
