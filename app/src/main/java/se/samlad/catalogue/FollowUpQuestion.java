package se.samlad.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A question that a category asks when its tile is chosen (Swedish: följdfråga), answered by choosing. Question and options have codes of their
 * own, so that an answer stays readable when the words change.
 */
public record FollowUpQuestion(String code, String sv, String en, List<Option> options) {

  public FollowUpQuestion {
    options = List.copyOf(options);
  }

  /** One of the answers. */
  public record Option(String code, String sv, String en) {

    public String name(String language) {
      return language.startsWith("en") ? en : sv;
    }
  }

  public String name(String language) {
    return language.startsWith("en") ? en : sv;
  }

  /** With one more answer to choose. */
  public FollowUpQuestion with(Option option) {
    List<Option> more = new ArrayList<>(options);
    more.add(option);
    return new FollowUpQuestion(code, sv, en, more);
  }
}
