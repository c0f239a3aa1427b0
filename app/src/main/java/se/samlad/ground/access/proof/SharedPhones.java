package se.samlad.ground.access.proof;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;

/**
 * PINs on a phone that several reporters share (Swedish: delad telefon). A PIN counts on the phone where it was chosen and nowhere else, for
 * thirty days after its owner signed in there; five wrong ones in a row end it. It opens a session that sends and sees statuses, no more.
 */
@Component
public class SharedPhones {

  /** How long a PIN counts after its owner has signed in. */
  public static final Duration LASTS = Duration.ofDays(30);

  /** Wrong PINs in a row after which only a login helps. */
  public static final int MOST_FAILURES = 5;

  private static final Pattern PIN = Pattern.compile("[0-9]{6}");
  private static final Set<String> GUESSED_FIRST = Set.of("123456", "654321", "121212", "112233");

  private final JdbcClient db;
  private final Passwords passwords;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SharedPhones(JdbcClient db, Passwords passwords, Audit audit, Clock clock) {
    this.db = db;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** A PIN that was right: since when its owner has been signed in on the phone, and what opens the queue there. */
  public record Opened(Instant since, byte[] opener) {}

  /** Chooses the acting member's PIN on a phone; what opens the queue there stays the same. */
  @Transactional
  public byte[] choose(UUID phone, String pin) {
    if (!PIN.matcher(pin).matches()) {
      throw new InvalidInput("pin", "access.phone.six");
    }
    if (GUESSED_FIRST.contains(pin) || pin.chars().distinct().count() == 1) {
      throw new InvalidInput("pin", "access.phone.guessed");
    }
    UUID member = CurrentActor.get().requireUser();
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    byte[] opener = db.sql("""
            insert into samlad.shared_phone_user as u (municipality_id, phone_id, member_id, pin_hash, opener, since)
            values (samlad.municipality(), :phone, :member, :hash, :opener, :now)
            on conflict (municipality_id, phone_id, member_id)
            do update set pin_hash = excluded.pin_hash, since = excluded.since, failures = 0
            returning opener
            """)
        .param("phone", phone)
        .param("member", member)
        .param("hash", passwords.encode(pin))
        .param("opener", fresh)
        .param("now", Timestamp.from(clock.instant()))
        .query(byte[].class)
        .single();
    audit.record("phone.pin", "member", member, Map.of("phone", phone.toString()));
    return opener;
  }

  /** What opens the acting member's queue on a phone, after a login. */
  @Transactional(readOnly = true)
  public Optional<byte[]> opener(UUID phone) {
    return db.sql("""
            select opener from samlad.shared_phone_user where phone_id = :phone and member_id = samlad.user_id()
            """).param("phone", phone).query(byte[].class).optional();
  }

  /**
   * The hash to compare a PIN with. The try is counted before it is made, so that many at once are no more than five; empty when there is
   * no such PIN, it is too old, or there have been too many tries.
   */
  @Transactional
  public Optional<String> attempt(UUID phone, UUID member) {
    return db.sql("""
            update samlad.shared_phone_user set failures = failures + 1
             where phone_id = :phone and member_id = :member and failures < :most and since > :oldest
            returning pin_hash
            """)
        .param("phone", phone)
        .param("member", member)
        .param("most", MOST_FAILURES)
        .param("oldest", Timestamp.from(clock.instant().minus(LASTS)))
        .query(String.class)
        .optional();
  }

  /** The PIN was right: earlier wrong ones are forgotten. */
  @Transactional
  public Opened succeeded(UUID phone, UUID member) {
    audit.record("phone.open", "member", member, Map.of("phone", phone.toString()));
    return db.sql("""
            update samlad.shared_phone_user set failures = 0 where phone_id = :phone and member_id = :member
            returning since, opener
            """)
        .param("phone", phone)
        .param("member", member)
        .query((row, n) -> new Opened(row.getTimestamp(1).toInstant(), row.getBytes(2)))
        .single();
  }

  /** Takes the acting member's PIN away from a phone. */
  @Transactional
  public void forget(UUID phone) {
    db.sql(
            "delete from samlad.shared_phone_user where phone_id = :phone and member_id = samlad.user_id()")
        .param("phone", phone)
        .update();
    audit.record("phone.forget", "member", CurrentActor.get().requireUser());
  }
}
