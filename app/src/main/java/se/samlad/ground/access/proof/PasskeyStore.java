package se.samlad.ground.access.proof;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Secrets;
import se.samlad.ground.access.proof.Logins.Account;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;

/**
 * Passkeys as the WebAuthn library asks for them. A login knows nothing but the credential's id, so its municipality and member are found
 * by a hash in {@code drift}; the key itself is read and written as the system of that municipality. The user handle an authenticator
 * keeps is the member's id and tells nothing else.
 */
@Component
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

  private final JdbcClient db;
  private final Tenancy tenancy;

  PasskeyStore(JdbcClient db, Tenancy tenancy) {
    this.db = db;
    this.tenancy = tenancy;
  }

  static Bytes handle(UUID member) {
    return new Bytes(ByteBuffer.allocate(16)
        .putLong(member.getMostSignificantBits())
        .putLong(member.getLeastSignificantBits())
        .array());
  }

  static UUID member(Bytes handle) {
    ByteBuffer bits = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bits.getLong(), bits.getLong());
  }

  /** Whose passkey it is; needs no actor. */
  Optional<Account> owner(Bytes credentialId) {
    return db.sql("""
            select municipality_id, member_id from drift.passkey_lookup
             where credential_hash = :hash
            """)
        .param("hash", Secrets.hash(credentialId.getBytes()))
        .query((row, n) -> new Account(
            new MunicipalityId(row.getObject("municipality_id", UUID.class)),
            row.getObject("member_id", UUID.class)))
        .optional();
  }

  /** Tells where a new passkey belongs, in the transaction that stores it. */
  void tie(Bytes credentialId, Account account) {
    db.sql("""
            insert into drift.passkey_lookup (credential_hash, municipality_id, member_id)
            values (:hash, :municipality, :member)
            """)
        .param("hash", Secrets.hash(credentialId.getBytes()))
        .param("municipality", account.municipality().value())
        .param("member", account.member())
        .update();
  }

  void untie(Bytes credentialId) {
    db.sql("delete from drift.passkey_lookup where credential_hash = :hash")
        .param("hash", Secrets.hash(credentialId.getBytes()))
        .update();
  }

  @Override
  public void save(CredentialRecord passkey) {
    Account account = owner(passkey.getCredentialId())
        .orElseThrow(() -> new IllegalStateException("a passkey is tied before it is stored"));
    boolean byOwner = CurrentActor.find()
        .filter(actor -> account.member().equals(actor.user()))
        .isPresent();
    if (byOwner) {
      write(passkey, account);
    } else {
      tenancy.as(Actor.system(account.municipality()), () -> write(passkey, account));
    }
  }

  private void write(CredentialRecord passkey, Account account) {
    db.sql("""
            insert into samlad.passkey
                   (municipality_id, member_id, credential_id, user_handle, public_key, sign_count, uv_initialised,
                    backup_eligible, backed_up, transports, attestation, client_data, label, created_at, last_used_at)
            values (:municipality, :member, :credential, :handle, :key, :count, :verified,
                    :eligible, :backedUp, :transports, :attestation, :clientData, :label, :created, :used)
            on conflict (municipality_id, credential_id) do update
               set sign_count = excluded.sign_count, uv_initialised = excluded.uv_initialised,
                   backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
            """)
        .param("municipality", account.municipality().value())
        .param("member", account.member())
        .param("credential", passkey.getCredentialId().getBytes())
        .param("handle", passkey.getUserEntityUserId().getBytes())
        .param("key", passkey.getPublicKey().getBytes())
        .param("count", passkey.getSignatureCount())
        .param("verified", passkey.isUvInitialized())
        .param("eligible", passkey.isBackupEligible())
        .param("backedUp", passkey.isBackupState())
        .param("transports", transports(passkey))
        .param("attestation", bytes(passkey.getAttestationObject()))
        .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
        .param("label", passkey.getLabel())
        .param("created", Timestamp.from(passkey.getCreated()))
        .param("used", Timestamp.from(passkey.getLastUsed()))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return owner(credentialId)
        .flatMap(account -> tenancy.readAs(
            Actor.system(account.municipality()),
            () -> db.sql("select * from samlad.passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .query((row, n) -> record(row))
                .optional()))
        .orElse(null);
  }

  /** Of the actor's municipality. */
  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return db.sql("select * from samlad.passkey where member_id = :member order by created_at")
        .param("member", member(handle))
        .query((row, n) -> record(row))
        .list();
  }

  @Override
  public void delete(Bytes credentialId) {
    throw new UnsupportedOperationException("passkeys are removed by their owner, see Passkeys");
  }

  @Override
  public PublicKeyCredentialUserEntity findById(Bytes handle) {
    String name = member(handle).toString();
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle)
        .name(name)
        .displayName(name)
        .build();
  }

  @Override
  public PublicKeyCredentialUserEntity findByUsername(String member) {
    return findById(handle(UUID.fromString(member)));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    // The member is there already: the entity is made from its id.
  }

  private static CredentialRecord record(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(new Bytes(row.getBytes("user_handle")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(row.getBoolean("uv_initialised"))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .transports(transports(row.getArray("transports")))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .label(row.getString("label"))
        .created(row.getTimestamp("created_at").toInstant())
        .lastUsed(row.getTimestamp("last_used_at").toInstant())
        .build();
  }

  private static Set<AuthenticatorTransport> transports(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  private static String[] transports(CredentialRecord passkey) {
    return passkey.getTransports().stream()
        .map(AuthenticatorTransport::getValue)
        .sorted()
        .toArray(String[]::new);
  }

  private static byte[] bytes(@Nullable Bytes bytes) {
    return bytes == null ? new byte[0] : bytes.getBytes();
  }
}
