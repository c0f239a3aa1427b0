package se.samlad.ground.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.dispatch.Carrier.Letter;
import se.samlad.ground.dispatch.Carrier.NotCarried;
import se.samlad.ground.dispatch.Recipients.Recipient;
import se.samlad.ground.dispatch.jdbc.MessageStore;
import se.samlad.ground.dispatch.jdbc.MessageStore.Due;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Formats;

/**
 * Sends what waits, one municipality at a time. A message is claimed, sent outside any transaction and then ended; who dies in between
 * leaves it to be claimed again when the lease is over, with the same mail id. Each failure waits twice as long as the one before.
 */
@Component
class Rounds {

  static final Duration LEASE = Duration.ofMinutes(5);
  static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  static final Duration LONGEST_WAIT = Duration.ofHours(2);
  static final int MOST_ATTEMPTS = 12;
  private static final int AT_A_TIME = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final MessageStore store;
  private final MailServer server;
  private final Optional<Carrier> carrier;
  private final Recipients recipients;
  private final Tenancy tenancy;
  private final MessageSource messages;
  private final Clock clock;

  @Autowired
  Rounds(
      MessageStore store,
      MailServer server,
      Recipients recipients,
      Tenancy tenancy,
      MessageSource messages,
      Clock clock) {
    this(store, server, server.carrier(), recipients, tenancy, messages, clock);
  }

  Rounds(
      MessageStore store,
      MailServer server,
      Optional<Carrier> carrier,
      Recipients recipients,
      Tenancy tenancy,
      MessageSource messages,
      Clock clock) {
    this.store = store;
    this.server = server;
    this.carrier = carrier;
    this.recipients = recipients;
    this.tenancy = tenancy;
    this.messages = messages;
    this.clock = clock;
  }

  /** One round over all municipalities; one that fails is logged by its id and does not stop the others. */
  void round() {
    for (UUID municipality : store.municipalities()) {
      try {
        round(new MunicipalityId(municipality));
      } catch (RuntimeException e) {
        LOG.warn("messages of municipality {} were not sent", municipality, e);
      }
    }
  }

  void round(MunicipalityId municipality) {
    Actor system = Actor.system(municipality);
    if (carrier.isEmpty()) {
      tenancy.as(system, () -> store.keepInApp(clock.instant()));
      return;
    }
    List<Due> claimed;
    do {
      Instant now = clock.instant();
      claimed = tenancy.as(system, () -> store.claim(now, now.plus(LEASE), AT_A_TIME));
      claimed.forEach(due -> send(system, due, carrier.get()));
    } while (claimed.size() == AT_A_TIME);
  }

  private void send(Actor system, Due due, Carrier by) {
    Instant now = clock.instant();
    if (now.isAfter(due.notAfter())) {
      end(system, due, Outbox.State.FAILED, Fault.OVERDUE);
      return;
    }
    Optional<Recipient> to = tenancy.readAs(system, () -> recipients.find(due.member()));
    if (to.isEmpty()) {
      end(system, due, Outbox.State.IN_APP, Fault.NO_ADDRESS);
      return;
    }
    try {
      by.carry(new Letter(due.id(), to.get().address(), due.subject(), text(due, to.get())));
      tenancy.as(system, () -> store.end(due.id(), Outbox.State.SENT, null, clock.instant()));
    } catch (NotCarried e) {
      LOG.warn("message {} was not sent: {}, attempt {}", due.id(), e.fault(), due.attempts());
      if (e.forGood() || due.attempts() >= MOST_ATTEMPTS) {
        end(system, due, Outbox.State.FAILED, e.fault());
      } else {
        tenancy.as(
            system, () -> store.later(due.id(), e.fault(), now.plus(waitAfter(due.attempts()))));
      }
    }
  }

  private String text(Due due, Recipient to) {
    String link = due.signed()
        ? messages.getMessage(
                "dispatch.letter.link",
                new Object[] {Formats.in(to.language()).moment(due.notAfter())},
                to.language())
            + "\n\n"
        : "";
    return due.text() + "\n\n" + link + server.address(due.path()) + "\n";
  }

  /** One minute after the first failure, then twice as long each time, two hours at most. */
  static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private void end(Actor system, Due due, Outbox.State state, Fault fault) {
    tenancy.as(system, () -> store.end(due.id(), state, fault, clock.instant()));
  }
}
