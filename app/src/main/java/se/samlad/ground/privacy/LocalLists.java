package se.samlad.ground.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samlad.ground.geography.MapNames;
import se.samlad.ground.privacy.names.Phrases;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;

/** What each municipality has that looks like personal data and is not: its own numbers, places and streets. Read at most once a minute. */
@Component
class LocalLists {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final MapNames map;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Map<MunicipalityId, Held> held = new ConcurrentHashMap<>();

  LocalLists(JdbcClient db, MapNames map, Tenancy tenancy, Clock clock) {
    this.db = db;
    this.map = map;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The lists of one municipality. */
  record Lists(AuthorityNumbers numbers, Phrases places) {

    static Lists shipped() {
      return new Lists(AuthorityNumbers.shipped(), Phrases.none());
    }
  }

  private record Held(Lists lists, Instant until) {

    /** So that the others go on with what is known while one reads. */
    Held keptUntil(Instant moment) {
      return new Held(lists, moment);
    }
  }

  Lists of(MunicipalityId municipality) {
    Held known = held.get(municipality);
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known.lists();
    }
    if (known != null && !held.replace(municipality, known, known.keptUntil(now.plus(KEPT)))) {
      return known.lists();
    }
    Lists lists = tenancy.readAs(Actor.system(municipality), this::read);
    held.put(municipality, new Held(lists, now.plus(KEPT)));
    return lists;
  }

  /** Reads again from the next text on, once the transaction under way has ended. */
  void forget(MunicipalityId municipality) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        held.remove(municipality);
      }
    });
  }

  private Lists read() {
    List<String> numbers =
        db.sql("select number from samlad.authority_number").query(String.class).list();
    return new Lists(AuthorityNumbers.with(numbers), Phrases.of(map.list()));
  }
}
