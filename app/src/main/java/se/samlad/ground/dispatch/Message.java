package se.samlad.ground.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a member (Swedish: meddelande).
 *
 * @param onceKey what it is about, so that the same thing is told once however often it is posted
 * @param subject without personal data: subjects are shown on locked screens and kept in mail logs
 * @param text the words, without the address
 * @param path where it leads in the system
 * @param mailPath where the mail leads instead, a signed link for example
 * @param notAfter when it no longer serves to be sent
 */
public record Message(
    String onceKey,
    UUID member,
    Kind kind,
    String subject,
    String text,
    String path,
    @Nullable String mailPath,
    Instant notAfter) {

  /** What sort of message it is. */
  public enum Kind {
    /** Påminnelse om veckans svar. */
    REMINDER,
    /** Inbjudan. */
    INVITATION,
    /** Utbildningen behöver göras om. */
    TRAINING,
    /** En kommentar till veckans bild. */
    COMMENT,
    /** Administratörens prov. */
    TEST
  }

  public Message {
    if (subject.indexOf('\n') >= 0 || subject.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a subject is one line");
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash, not as in " + path);
    }
  }
}
