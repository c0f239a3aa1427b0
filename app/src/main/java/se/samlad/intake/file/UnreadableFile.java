package se.samlad.intake.file;

import java.util.Arrays;
import java.util.List;

/** The file as a whole cannot be read: wrong kind, broken, or beyond the limits. */
public class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String messageKey;
  private final transient List<String> arguments;

  public UnreadableFile(String messageKey, Object... arguments) {
    super(messageKey + Arrays.toString(arguments));
    this.messageKey = messageKey;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
  }

  public String messageKey() {
    return messageKey;
  }

  public List<String> arguments() {
    return arguments;
  }
}
