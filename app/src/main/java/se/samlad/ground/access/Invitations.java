package se.samlad.ground.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.proof.Logins;
import se.samlad.ground.access.proof.Passwords;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/**
 * Invitations (Swedish: inbjudan): good once and for 72 hours, for one address and the roles the member has. Looking at one uses nothing
 * up, so that a mail scanner may follow the link; a new one ends the old.
 */
@Component
public class Invitations {

  public static final Duration GOOD_FOR = Duration.ofHours(72);

  private final JdbcClient db;
  private final Logins logins;
  private final Passwords passwords;
  private final Municipalities municipalities;
  private final Tenancy tenancy;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      JdbcClient db,
      Logins logins,
      Passwords passwords,
      Municipalities municipalities,
      Tenancy tenancy,
      Audit audit,
      Clock clock) {
    this.db = db;
    this.logins = logins;
    this.passwords = passwords;
    this.municipalities = municipalities;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /** An invitation that still stands. */
  public record Standing(MunicipalityId municipality, UUID id, UUID member, String email) {}

  /** Invites the member at the address; returns the path of the link, whose secret is not kept. */
  @Transactional
  public String invite(UUID member, String email) {
    logins.tie(member, email);
    UUID municipality = CurrentActor.get().municipality().value();
    Instant now = clock.instant();
    db.sql("""
            update samlad.invitation set ended_at = :now
             where municipality_id = :municipality and member_id = :member and used_at is null and ended_at is null
            """)
        .param("municipality", municipality)
        .param("member", member)
        .param("now", Timestamp.from(now))
        .update();
    String secret = Secrets.next();
    UUID id = Ids.next();
    db.sql("""
            insert into samlad.invitation
                   (municipality_id, invitation_id, secret_hash, member_id, email, invited_at, invited_by, expires_at)
            values (:municipality, :id, :hash, :member, :email, :now, :by, :expires)
            """)
        .param("municipality", municipality)
        .param("id", id)
        .param("hash", Secrets.hash(secret))
        .param("member", member)
        .param("email", Logins.normalised(email))
        .param("now", Timestamp.from(now))
        .param("by", CurrentActor.get().user())
        .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
        .update();
    audit.record("member.invite", "member", member);
    return "/inbjudan/" + municipalities.get().slug() + "/" + secret;
  }

  /** The invitation behind a link; empty when it is used, ended, expired or was never there. Needs no actor. */
  public Optional<Standing> find(String slug, String secret) {
    return municipalities
        .find(slug)
        .flatMap(municipality -> tenancy.readAs(
            Actor.system(municipality),
            () -> db.sql("""
                select i.invitation_id, i.member_id, i.email
                  from samlad.invitation i
                  join samlad.member m on m.municipality_id = i.municipality_id and m.member_id = i.member_id and m.active
                 where i.municipality_id = :municipality
                   and i.secret_hash = :hash
                   and i.used_at is null and i.ended_at is null and i.expires_at > :now
                """)
                .param("municipality", municipality.value())
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Standing(
                    municipality,
                    row.getObject("invitation_id", UUID.class),
                    row.getObject("member_id", UUID.class),
                    row.getString("email")))
                .optional()));
  }

  /** Uses the invitation up and sets the member's first password; two at once and only one goes through. Needs no actor. */
  public void accept(Standing invitation, String password) {
    tenancy.as(Actor.system(invitation.municipality()), () -> {
      int used = db.sql("""
              update samlad.invitation set used_at = :now
               where municipality_id = :municipality and invitation_id = :id
                 and used_at is null and ended_at is null and expires_at > :now
              """)
          .param("municipality", invitation.municipality().value())
          .param("id", invitation.id())
          .param("now", Timestamp.from(clock.instant()))
          .update();
      if (used == 0) {
        throw new Refused(Refused.Kind.CONFLICT, "access.invitation.over");
      }
      passwords.set(invitation.member(), password, invitation.email());
      audit.record("member.accept", "member", invitation.member());
    });
  }
}
