package se.samlad.reporting;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.TextGuard;

/**
 * Answers to follow-up questions behind the guard. A form sends codes, but a system may send words: what is certain is masked, and an answer
 * that is doubtful is masked whole, as an answer has no review of its own.
 */
@Component
class GuardedAnswers {

  private static final String MASK = "▮";

  private final TextGuard guard;

  GuardedAnswers(TextGuard guard) {
    this.guard = guard;
  }

  Map<String, String> guarded(Map<String, String> said) {
    Map<String, String> answers = new HashMap<>();
    said.forEach((question, answer) -> answers.put(guarded(question), guarded(answer)));
    return answers;
  }

  private String guarded(String text) {
    TextGuard.Guarded found = guard.guard(text);
    return found.doubtful() ? MASK : found.text();
  }
}
