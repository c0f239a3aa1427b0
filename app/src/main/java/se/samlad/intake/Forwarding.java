package se.samlad.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Faults that go from an incident to the system that mends them, and how they stand there (Swedish: skicka vidare som felanmälan). */
public interface Forwarding {

  /** Where a forwarded fault stands. */
  enum State {
    /** Written down here, on its way within a minute. */
    WAITING,
    /** Being sent this moment. */
    SENDING,
    /** The other system has it. */
    SENT,
    /** The other system said no. */
    REFUSED,
    /** It was sent, and no answer came: it may be there or not. */
    UNKNOWN
  }

  /** A system that takes faults, and the kinds it takes; {@code category} is the one a kind answers to. */
  record Receiver(UUID feed, String name, List<Kind> kinds) {
    public Receiver {
      kinds = List.copyOf(kinds);
    }
  }

  record Kind(String code, String name, @Nullable String category) {}

  /**
   * A fault in another system.
   *
   * @param id null for one that came from there
   * @param request what it is called there, as soon as that is known
   * @param refusedWith the status the other system refused with
   */
  record Faulted(
      @Nullable UUID id,
      String system,
      String kind,
      State state,
      @Nullable String request,
      boolean open,
      String notes,
      @Nullable Integer refusedWith,
      Instant changedAt) {}

  /**
   * What is sent.
   *
   * @param read whoever sends has read the text and stands for it, although it looks as if it were about a person
   */
  record Order(
      UUID incident,
      UUID feed,
      String kindCode,
      String description,
      double lon,
      double lat,
      boolean read) {}

  /** The systems that are on and have told what they take. */
  List<Receiver> receivers();

  /** Faults forwarded from an incident, and the one each of its reports came from. */
  List<Faulted> of(UUID incident, List<UUID> reports);

  /**
   * Writes a fault down to be sent once. The guard stands in front of the text: what is certain is masked, what is doubtful is held back
   * until somebody has read it.
   */
  void forward(Order order);

  /** Sends one again that nobody knows about, or that was refused. */
  void again(UUID incident, UUID forward);

  /** The report as another system told of it. */
  Optional<Faulted> origin(UUID report);
}
