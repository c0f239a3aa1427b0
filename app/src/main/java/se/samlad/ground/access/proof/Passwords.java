package se.samlad.ground.access.proof;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;

/** Passwords as Argon2id hashes (19 MiB, two passes). Two are reckoned at a time, so that a wave of guesses does not eat the memory. */
@Component
public class Passwords {

  private final JdbcClient db;
  private final Audit audit;
  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore reckoning = new Semaphore(2, true);
  private final String nobodys;

  Passwords(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
    this.nobodys = encode("nobody has this password, and it takes as long as any other");
  }

  /** Why the password would be refused, or nothing happens. */
  public static void require(String field, String password, String email) {
    PasswordRules.refuse(password, email).ifPresent(key -> {
      throw new InvalidInput(field, key, PasswordRules.SHORTEST, PasswordRules.LONGEST);
    });
  }

  /** Sets the member's password, or says why it is refused. The actor is the member, or the system for an invitation. */
  @Transactional
  public void set(UUID member, String password, String email) {
    require("losenord", password, email);
    db.sql("""
            insert into samlad.password (municipality_id, member_id, hash)
            values (:municipality, :member, :hash)
            on conflict (municipality_id, member_id) do update set hash = excluded.hash, changed_at = now()
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("member", member)
        .param("hash", encode(password))
        .update();
    audit.record("password.set", "member", member);
  }

  /** The hash to compare with; empty when the member has no password. */
  @Transactional(readOnly = true)
  public Optional<String> find(UUID member) {
    return db.sql("""
            select hash from samlad.password
             where municipality_id = :municipality and member_id = :member
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("member", member)
        .query(String.class)
        .optional();
  }

  /** Compares; without a hash it takes as long and says no. */
  public boolean matches(String password, Optional<String> hash) {
    reckoning.acquireUninterruptibly();
    try {
      boolean same = encoder.matches(password, hash.orElse(nobodys));
      return same && hash.isPresent();
    } finally {
      reckoning.release();
    }
  }

  String encode(String password) {
    reckoning.acquireUninterruptibly();
    try {
      return Objects.requireNonNull(encoder.encode(password));
    } finally {
      reckoning.release();
    }
  }
}
