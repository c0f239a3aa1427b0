package se.samlad.insight.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;

/** The module's words in one language. */
final class Words {

  private final MessageSource messages;
  private final Locale locale;
  private final Formats formats;

  Words(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
    this.formats = Formats.in(locale);
  }

  Locale locale() {
    return locale;
  }

  Formats formats() {
    return formats;
  }

  String say(String key, Object... arguments) {
    return messages.getMessage("insight." + key, arguments, locale);
  }

  /** The key for one, or the key for many with the number as first argument. */
  String count(String key, int number, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = formats.number(number);
    System.arraycopy(more, 0, arguments, 1, more.length);
    return say(number == 1 ? key + ".one" : key, arguments);
  }

  /** mer än väntat, som väntat, färre än väntat. */
  String word(Figure figure) {
    return say(
        switch (figure.word()) {
          case MORE -> "word.more";
          case AS_EXPECTED -> "word.asExpected";
          case FEWER -> "word.fewer";
          case INSUFFICIENT -> "word.insufficient";
        });
  }

  /** 21–45, or nothing when the basis is too thin. */
  String band(Figure figure) {
    return figure
        .expected()
        .map(expected -> formats.range(expected.lower(), expected.upper()))
        .orElse("");
  }

  String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }
}
