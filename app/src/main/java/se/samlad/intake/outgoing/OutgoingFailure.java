package se.samlad.intake.outgoing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that gave no answer that can be used. Its sentence is for the administrator and holds nothing the other side said. */
public class OutgoingFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known about the call. */
  public enum Kind {
    /** Our own rules stopped it; nothing was sent. */
    NOT_ALLOWED,
    /** The pace stopped it for now; nothing was sent. */
    TOO_SOON,
    /** No connection came about; nothing was sent. */
    NOT_REACHED,
    /** It was sent, and nobody knows what became of it. */
    UNKNOWN,
    /** The other side answered, and not as it should. */
    ANSWER
  }

  private final Kind kind;
  private final String messageKey;
  private final transient List<Object> arguments;
  private final transient @Nullable Instant notBefore;
  private final boolean lasting;

  private OutgoingFailure(
      Kind kind,
      String messageKey,
      List<Object> arguments,
      @Nullable Instant notBefore,
      boolean lasting) {
    super(kind + " " + messageKey);
    this.kind = kind;
    this.messageKey = messageKey;
    this.arguments = List.copyOf(arguments);
    this.notBefore = notBefore;
    this.lasting = lasting;
  }

  public static OutgoingFailure of(Kind kind, String messageKey, Object... arguments) {
    return new OutgoingFailure(kind, messageKey, List.of(arguments), null, false);
  }

  /** The same, and no sense in trying earlier. */
  public OutgoingFailure notBefore(Instant at) {
    return new OutgoingFailure(kind, messageKey, arguments, at, lasting);
  }

  /** The same, and no sense in trying again before somebody has changed something. */
  public OutgoingFailure forGood() {
    return new OutgoingFailure(kind, messageKey, arguments, notBefore, true);
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

  public @Nullable Instant notBefore() {
    return notBefore;
  }

  public boolean lasting() {
    return lasting;
  }
}
