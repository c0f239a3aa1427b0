package se.samlad.ground.access.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of RFC 6238, appendix B (the last six of its eight digits), and what counts as the same code. */
class OneTimeCodeTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    long step = OneTimeCode.step(Instant.ofEpochSecond(second));
    assertThat(OneTimeCode.at(SECRET, step)).isEqualTo(code);
  }

  @Test
  void clockMayBeOneStepOffAndACodeCountsOnce() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = OneTimeCode.step(now);
    String before = OneTimeCode.at(SECRET, step - 1);
    assertThat(OneTimeCode.match(SECRET, before, now, 0)).hasValue(step - 1);
    assertThat(OneTimeCode.match(SECRET, before, now, step - 1)).isEqualTo(OptionalLong.empty());
    assertThat(OneTimeCode.match(SECRET, OneTimeCode.at(SECRET, step - 2), now, 0))
        .isEmpty();
    assertThat(OneTimeCode.match(SECRET, "05 04 71", now, 0)).hasValue(step);
  }

  @Test
  void secretIsWrittenAsAppsReadIt() {
    assertThat(OneTimeCode.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
