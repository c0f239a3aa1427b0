package se.samlad.ground.access.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;

/** From an e-mail address to the accounts it opens, in one or several municipalities. Outside the municipality only a keyed hash is kept. */
@Component
public class Logins {

  private static final Pattern ADDRESS = Pattern.compile(
      "[\\p{L}\\p{N}._%+'-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}+\\p{L}{2,24}+");

  private final JdbcClient db;
  private final InstallationKeys keys;
  private final Audit audit;

  Logins(JdbcClient db, InstallationKeys keys, Audit audit) {
    this.db = db;
    this.keys = keys;
    this.audit = audit;
  }

  /** An account of an address. */
  public record Account(MunicipalityId municipality, UUID member) {}

  /** One way to write an address; refused when it is none. */
  public static String normalised(String email) {
    String written = email.strip().toLowerCase(Locale.ROOT);
    if (written.length() > 254 || !ADDRESS.matcher(written).matches()) {
      throw new InvalidInput("epost", "access.email.wrong");
    }
    return written;
  }

  /** The accounts of an address, whatever it says. Needs no actor. */
  public List<Account> find(String email) {
    return db.sql("""
            select municipality_id, member_id from drift.login
             where email_hmac = :hmac
             order by municipality_id
            """)
        .param("hmac", hmac(email.strip().toLowerCase(Locale.ROOT)))
        .query((row, n) -> new Account(
            new MunicipalityId(row.getObject("municipality_id", UUID.class)),
            row.getObject("member_id", UUID.class)))
        .list();
  }

  /** Ties the address to the member; another member of the municipality may not have it. */
  @Transactional
  public void tie(UUID member, String email) {
    String address = normalised(email);
    MunicipalityId municipality = CurrentActor.get().municipality();
    boolean taken = find(address).stream()
        .anyMatch(account ->
            account.municipality().equals(municipality) && !account.member().equals(member));
    if (taken) {
      throw new InvalidInput("epost", "access.email.taken");
    }
    db.sql("delete from drift.login where municipality_id = :municipality and member_id = :member")
        .param("municipality", municipality.value())
        .param("member", member)
        .update();
    db.sql("""
            insert into drift.login (email_hmac, municipality_id, member_id)
            values (:hmac, :municipality, :member)
            """)
        .param("hmac", hmac(address))
        .param("municipality", municipality.value())
        .param("member", member)
        .update();
    db.sql("""
            insert into samlad.member_contact (municipality_id, member_id, email)
            values (:municipality, :member, :email)
            on conflict (municipality_id, member_id) do update set email = excluded.email
            """)
        .param("municipality", municipality.value())
        .param("member", member)
        .param("email", address)
        .update();
    audit.record("member.set_address", "member", member);
  }

  /** The member's address, for those who may read it. */
  @Transactional(readOnly = true)
  public Optional<String> address(UUID member) {
    return db.sql("""
            select email from samlad.member_contact
             where municipality_id = :municipality and member_id = :member
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("member", member)
        .query(String.class)
        .optional();
  }

  private byte[] hmac(String address) {
    return keys.hmac(InstallationKeys.LOGIN_EMAIL, address);
  }
}
