package se.samlad.ground.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.dispatch.jdbc.MessageStore;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.NotFound;

/** Where messages are left to be read and sent, and where their reader and the administrator find them. */
@Service
public class Outbox {

  private static final int NEWEST = 100;

  private final MessageStore store;
  private final MailServer server;
  private final Audit audit;
  private final Clock clock;

  Outbox(MessageStore store, MailServer server, Audit audit, Clock clock) {
    this.store = store;
    this.server = server;
    this.audit = audit;
    this.clock = clock;
  }

  /** Leaves a message in the caller's transaction; whether it was new. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean post(Message message) {
    return store.add(Ids.next(), message, clock.instant(), server.sends());
  }

  /** The actor's own messages, newest first. */
  @Transactional(readOnly = true)
  public List<Notice> own() {
    return store.of(CurrentActor.get().requireUser(), NEWEST);
  }

  /** How many of the actor's own messages are unread. */
  @Transactional(readOnly = true)
  public int unread() {
    UUID user = CurrentActor.get().user();
    return user == null ? 0 : store.unread(user);
  }

  /** Marks the actor's own messages as read. */
  @Transactional
  public void read() {
    store.read(CurrentActor.get().requireUser(), clock.instant());
  }

  /** How the sending goes, newest first, for the administrator: who and when, never what. */
  @Transactional(readOnly = true)
  public List<Dispatch> newest() {
    return store.newest(NEWEST);
  }

  /** How many stand in each state. */
  @Transactional(readOnly = true)
  public Standing standing() {
    return store.standing();
  }

  /** Tries a failed message again at once. */
  @Transactional
  public void retry(UUID message) {
    if (!store.retry(message, clock.instant())) {
      throw new NotFound("failed message " + message);
    }
    audit.record("message.retry", "message", message);
  }

  /** A message as its reader sees it. */
  public record Notice(
      UUID id,
      Message.Kind kind,
      String subject,
      String text,
      String path,
      Instant at,
      boolean unread) {}

  /** A message as the administrator sees it. */
  public record Dispatch(
      UUID id,
      UUID member,
      Message.Kind kind,
      State state,
      @org.jspecify.annotations.Nullable Fault fault,
      int attempts,
      Instant at,
      Instant nextAt) {}

  /** Where a message stands. */
  public enum State {
    WAITING,
    SENT,
    FAILED,
    IN_APP
  }

  /** Counts by state. */
  public record Standing(int waiting, int sent, int failed, int inApp) {}
}
