package se.samlad.ground.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.privacy.names.NameFinder;
import se.samlad.ground.privacy.names.NameIndex;
import se.samlad.ground.privacy.names.NameLists;
import se.samlad.ground.privacy.names.Phrases;

/** The names the guard knows: those shipped, or the official statistics once they are loaded. Looks once a minute whether a list has been loaded. */
@Component
public class NameRegister {

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final Clock clock;
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

  NameRegister(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What is loaded. */
  public record Loaded(Instant at, int givenNames, int surnames) {}

  private record Held(NameFinder finder, Optional<Instant> loadedAt, Instant until) {

    Held keptUntil(Instant moment) {
      return new Held(finder, loadedAt, moment);
    }
  }

  NameFinder finder() {
    Instant now = clock.instant();
    Held known = held.get();
    if (known == null) {
      return first(now);
    }
    if (!now.isBefore(known.until())
        && held.compareAndSet(known, known.keptUntil(now.plus(BETWEEN_LOOKS)))
        && !loaded().map(Loaded::at).equals(known.loadedAt())) {
      Held fresh = read(now);
      held.set(fresh);
      return fresh.finder();
    }
    return known.finder();
  }

  /** The statistics in use; empty when the shipped list is. */
  public Optional<Loaded> loaded() {
    return db.sql("select loaded_at, given_names, surnames from drift.name_list")
        .query(
            (row, n) -> new Loaded(row.getTimestamp(1).toInstant(), row.getInt(2), row.getInt(3)))
        .optional();
  }

  /** Puts a list in use, with the shipped names that it lacks; other processes follow within a minute. */
  public Loaded load(NameIndex.Builder names) {
    names.andOf(NameLists.shipped());
    Loaded loaded = new Loaded(clock.instant(), names.givenNames(), names.surnames());
    db.sql("""
            insert into drift.name_list (loaded_at, given_names, surnames, content)
            values (:at, :given, :surnames, :content)
            on conflict (only_one) do update
               set loaded_at = :at, given_names = :given, surnames = :surnames, content = :content
            """)
        .param("at", Timestamp.from(loaded.at()))
        .param("given", loaded.givenNames())
        .param("surnames", loaded.surnames())
        .param("content", names.build().bytes())
        .update();
    held.set(null);
    return loaded;
  }

  /** Back to the shipped list; false when it was in use already. */
  public boolean unload() {
    held.set(null);
    return db.sql("delete from drift.name_list").update() == 1;
  }

  private synchronized NameFinder first(Instant now) {
    Held known = held.get();
    if (known == null) {
      known = read(now);
      held.set(known);
    }
    return known.finder();
  }

  private Held read(Instant now) {
    Optional<Instant> at = loaded().map(Loaded::at);
    NameIndex names = db.sql("select content from drift.name_list")
        .query(byte[].class)
        .optional()
        .map(NameIndex::ofBytes)
        .orElseGet(NameLists::commonest);
    Phrases known = NameLists.places();
    return new Held(
        new NameFinder(names, NameLists.everydayWords(), known), at, now.plus(BETWEEN_LOOKS));
  }
}
