package se.samlad.ground.access.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is what is guessed first; what is merely short of signs or capitals is welcome. */
class PasswordRulesTest {

  private static final String ADDRESS = "samordnaren@kommun.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234", "Passw0rd2026!", "P@ssw0rd!!!!", "lösenord12345", "Sommar2026!!",
            "vinter2025----", "qwertyuiop12",
        "asdfghjklöäå", "123456789012", "aaaaaaaaaaaa", "abcdefghijkl", "hejhejhejhej",
            "samordnaren-1", "Stockholm2026!",
        "abababababab", "passwordpassword"
      })
  void guessedFirstIsRefused(String password) {
    assertThat(PasswordRules.refuse(password, ADDRESS)).hasValue("access.password.common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lindar kring torget 7",
        "korrekt häst batteri",
        "gröna bänkar vid ån",
        "x7#Kd92!vbQp4",
        "trettio regniga måndagar"
      })
  void longAndOrdinaryIsWelcome(String password) {
    assertThat(PasswordRules.refuse(password, ADDRESS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kort", "elva tecken"})
  void shortIsRefused(String password) {
    assertThat(PasswordRules.refuse(password, ADDRESS)).hasValue("access.password.short");
  }
}
