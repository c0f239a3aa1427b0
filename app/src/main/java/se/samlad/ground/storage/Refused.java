package se.samlad.ground.storage;

import java.util.List;

/** The domain says no: a state that does not allow it (409), or somebody else changed it first (412). */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How the refusal is answered. */
  public enum Kind {
    CONFLICT,
    CHANGED_MEANWHILE,
    NOT_ALLOWED
  }

  private final Kind kind;
  private final String messageKey;
  private final transient List<Object> arguments;

  public Refused(Kind kind, String messageKey, Object... arguments) {
    super(messageKey);
    this.kind = kind;
    this.messageKey = messageKey;
    this.arguments = List.of(arguments);
  }

  public Kind kind() {
    return kind;
  }

  public String messageKey() {
    return messageKey;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
