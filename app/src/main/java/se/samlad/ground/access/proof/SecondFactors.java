package se.samlad.ground.access.proof;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Secrets;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;

/** The second step of a login: codes from an app and, for the day the phone is gone, recovery codes. */
@Component
public class SecondFactors {

  private static final int RECOVERY_CODES = 10;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  SecondFactors(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the member has a code app that has shown a right code once. */
  @Transactional(readOnly = true)
  public boolean hasApp(UUID member) {
    return of(member, """
            select confirmed_at is not null from samlad.one_time_code_key
             where municipality_id = :municipality and member_id = :member
            """).query(Boolean.class).optional().orElse(false);
  }

  /** The secret being set up: the one begun and not confirmed, else a new one. */
  @Transactional
  public byte[] begin(UUID member) {
    return of(member, """
            select secret from samlad.one_time_code_key
             where municipality_id = :municipality and member_id = :member and confirmed_at is null
            """).query(byte[].class).optional().orElseGet(() -> {
      byte[] secret = Secrets.bytes(20);
      of(member, """
              insert into samlad.one_time_code_key (municipality_id, member_id, secret)
              values (:municipality, :member, :secret)
              """).param("secret", secret).update();
      return secret;
    });
  }

  /** Confirms the app by its first right code and hands out recovery codes, shown once; empty when the code is wrong. */
  @Transactional
  public List<String> confirm(UUID member, String code) {
    if (hasApp(member) || !passes(member, code)) {
      return List.of();
    }
    of(member, """
            update samlad.one_time_code_key set confirmed_at = now()
             where municipality_id = :municipality and member_id = :member
            """).update();
    audit.record("factor.add", "member", member);
    return renewRecoveryCodes(member);
  }

  /** Takes the app and the recovery codes away. */
  @Transactional
  public void remove(UUID member) {
    of(member, """
            delete from samlad.one_time_code_key
             where municipality_id = :municipality and member_id = :member
            """).update();
    forgetRecoveryCodes(member);
    audit.record("factor.remove", "member", member);
  }

  /** Ten new recovery codes; the old ones are void. */
  @Transactional
  public List<String> renewRecoveryCodes(UUID member) {
    forgetRecoveryCodes(member);
    List<String> codes =
        Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
    for (String code : codes) {
      of(member, """
              insert into samlad.recovery_code (municipality_id, member_id, code_hash)
              values (:municipality, :member, :hash)
              """).param("hash", Secrets.hash(code)).update();
    }
    audit.record("factor.renew_codes", "member", member);
    return codes;
  }

  /** Whether the code is right, now and for the first time: the app's, or a recovery code, which is then used up. */
  @Transactional
  public boolean accepts(UUID member, String code) {
    return (hasApp(member) && passes(member, code)) || usesRecoveryCode(member, code);
  }

  /** The row is locked, so that one code cannot be used twice at once. */
  private boolean passes(UUID member, String code) {
    record Key(byte[] secret, long lastStep) {}
    Optional<Key> key = of(member, """
            select secret, last_step from samlad.one_time_code_key
             where municipality_id = :municipality and member_id = :member
               for update
            """)
        .query((row, n) -> new Key(row.getBytes("secret"), row.getLong("last_step")))
        .optional();
    OptionalLong step = key.map(
            found -> OneTimeCode.match(found.secret(), code, clock.instant(), found.lastStep()))
        .orElse(OptionalLong.empty());
    step.ifPresent(used -> of(member, """
            update samlad.one_time_code_key set last_step = :step
             where municipality_id = :municipality and member_id = :member
            """).param("step", used).update());
    return step.isPresent();
  }

  private boolean usesRecoveryCode(UUID member, String code) {
    int used = of(member, """
            update samlad.recovery_code set used_at = now()
             where municipality_id = :municipality and member_id = :member
               and code_hash = :hash and used_at is null
            """)
        .param("hash", Secrets.hash(code.strip().toLowerCase(Locale.ROOT)))
        .update();
    if (used == 1) {
      audit.record("factor.use_recovery_code", "member", member);
    }
    return used == 1;
  }

  private void forgetRecoveryCodes(UUID member) {
    of(member, """
            delete from samlad.recovery_code
             where municipality_id = :municipality and member_id = :member
            """).update();
  }

  private JdbcClient.StatementSpec of(UUID member, String sql) {
    return db.sql(sql)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("member", member);
  }

  /** Fifty bits that can be read aloud: {@code k7m2q-9xw4p}. */
  private static String recoveryCode() {
    StringBuilder code = new StringBuilder();
    for (byte b : Secrets.bytes(10)) {
      code.append(LETTERS.charAt(Math.floorMod(b, LETTERS.length())));
    }
    return code.insert(5, '-').toString();
  }
}
