package se.samlad.ground.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.ground.privacy.names.Phrases;

/** Numbers that lead to an authority stay in texts however they are written. */
class OwnNumbersTest {

  private final GuardRules guard =
      new GuardRules(AuthorityNumbers.with(List.of("0123456000", "01239*")), null, Phrases.none());

  @ParameterizedTest
  @CsvSource({
    "0123-45 60 00, 0123456000",
    "+46 123-45 60 00, 0123456000",
    "0046 (0)123 456 000, 0123456000",
    "0123-9*, 01239*",
    "０１２３-456000, 0123456000"
  })
  void aNumberIsKeptAsItIsDialled(String written, String number) {
    assertThat(AuthorityNumbers.normal(written)).isEqualTo(number);
  }

  @Test
  void ownNumbersStayHoweverTheyAreWritten() {
    assertThat(guard.guard("Ring 0123-45 60 00 eller +46 123 45 60 00").masked())
        .isFalse();
    assertThat(guard.guard("Ring 0123-91 00 00").masked()).isFalse();
  }

  @Test
  void othersAreMasked() {
    assertThat(guard.guard("Ring 0123-45 60 01").text()).isEqualTo("Ring ▮");
  }

  @Test
  void aSeriesNeverHidesAPersonalNumber() {
    GuardRules open = new GuardRules(AuthorityNumbers.with(List.of("08*")), null, Phrases.none());
    assertThat(open.guard("080910-1231 och 0809101231").text()).isEqualTo("▮ och ▮");
  }
}
