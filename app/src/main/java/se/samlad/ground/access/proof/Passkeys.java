package se.samlad.ground.access.proof;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Secrets;
import se.samlad.ground.access.proof.Logins.Account;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (Swedish: passnyckel): possession and verification in one step, so that a login by passkey counts as two factors. Bound to the
 * host name users see ({@code SAMLAD_PUBLIC_URL}, else localhost), never to the Host header. The challenge is made here, kept in the
 * session by the page and good once.
 */
@Component
public class Passkeys {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int LONGEST_LABEL = 60;

  private final PasskeyStore store;
  private final JdbcClient db;
  private final Audit audit;
  private final Environment environment;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  Passkeys(PasskeyStore store, JdbcClient db, Audit audit, Environment environment) {
    this.store = store;
    this.db = db;
    this.audit = audit;
    this.environment = environment;
  }

  /** A passkey as its owner sees it. */
  public record Held(String id, String label, Instant created, Instant lastUsed) {}

  /** A new challenge, as text a session can hold. */
  public static String challenge() {
    return Secrets.next();
  }

  /** The host name passkeys are bound to. */
  public String host() {
    return URI.create(origin()).getHost();
  }

  public boolean has(UUID member) {
    return !list(member).isEmpty();
  }

  @Transactional(readOnly = true)
  public List<Held> list(UUID member) {
    return store.findByUserId(PasskeyStore.handle(member)).stream()
        .map(passkey -> new Held(
            passkey.getCredentialId().toBase64UrlString(),
            passkey.getLabel(),
            passkey.getCreated(),
            passkey.getLastUsed()))
        .toList();
  }

  /** What the browser needs to make a passkey for the member, as JSON. */
  @Transactional(readOnly = true)
  public String creationOptions(UUID member, String accountName, String challenge) {
    return json.writeValueAsString(creation(member, accountName, challenge));
  }

  /** Takes a new passkey in; a refusal when what the browser sent does not answer the challenge. */
  @Transactional
  public void add(UUID member, String accountName, String challenge, byte[] body, String label) {
    if (label.isBlank() || label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
      throw new InvalidInput("namn", "access.passkey.label");
    }
    PublicKeyCredential<AuthenticatorAttestationResponse> credential =
        read(body, new TypeReference<>() {});
    Account account = new Account(CurrentActor.get().municipality(), member);
    if (store.owner(credential.getRawId()).isPresent()) {
      throw new InvalidInput("passnyckel", "access.passkey.known");
    }
    store.tie(credential.getRawId(), account);
    CredentialRecord made = answered(() -> operations()
        .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
            creation(member, accountName, challenge),
            new RelyingPartyPublicKey(credential, label.strip()))));
    audit.record(
        "factor.add",
        "member",
        member,
        java.util.Map.of("passkey", made.getCredentialId().toBase64UrlString()));
  }

  /** What the browser needs to show a passkey it has, as JSON; nobody needs to be named. */
  public String requestOptions(String challenge) {
    return json.writeValueAsString(request(challenge));
  }

  /** The account whose passkey answers the challenge; a refusal otherwise. */
  public Account accept(String challenge, byte[] body) {
    PublicKeyCredential<AuthenticatorAssertionResponse> credential =
        read(body, new TypeReference<>() {});
    Account account = store
        .owner(credential.getRawId())
        .orElseThrow(() -> new InvalidInput("passnyckel", "access.passkey.unknown"));
    answered(() -> operations()
        .authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential)));
    return account;
  }

  @Transactional
  public void remove(UUID member, String id) {
    Bytes credential = Bytes.fromBase64(id);
    Optional<Account> owner =
        store.owner(credential).filter(found -> found.member().equals(member));
    if (owner.isEmpty()) {
      throw new NotFound("passkey");
    }
    db.sql("delete from samlad.passkey where credential_id = :credential and member_id = :member")
        .param("credential", credential.getBytes())
        .param("member", member)
        .update();
    store.untie(credential);
    audit.record("factor.remove", "member", member, java.util.Map.of("passkey", id));
  }

  private PublicKeyCredentialCreationOptions creation(
      UUID member, String accountName, String challenge) {
    List<PublicKeyCredentialDescriptor> held =
        store.findByUserId(PasskeyStore.handle(member)).stream()
            .map(passkey -> PublicKeyCredentialDescriptor.builder()
                .id(passkey.getCredentialId())
                .build())
            .toList();
    return PublicKeyCredentialCreationOptions.builder()
        .rp(relyingParty())
        .user(ImmutablePublicKeyCredentialUserEntity.builder()
            .id(PasskeyStore.handle(member))
            .name(accountName)
            .displayName(accountName)
            .build())
        .challenge(Bytes.fromBase64(challenge))
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .timeout(TIMEOUT)
        .excludeCredentials(held)
        .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build())
        .attestation(AttestationConveyancePreference.NONE)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(String challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(host())
        .challenge(Bytes.fromBase64(challenge))
        .timeout(TIMEOUT)
        .userVerification(UserVerificationRequirement.REQUIRED)
        .allowCredentials(List.of())
        .build();
  }

  private Webauthn4JRelyingPartyOperations operations() {
    return new Webauthn4JRelyingPartyOperations(store, store, relyingParty(), Set.of(origin()));
  }

  private PublicKeyCredentialRpEntity relyingParty() {
    return PublicKeyCredentialRpEntity.builder().id(host()).name("Samlad").build();
  }

  private String origin() {
    String publicUrl = environment.getProperty("samlad.public-url", "");
    if (publicUrl.isBlank()) {
      return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
    URI address = URI.create(publicUrl);
    return address.getScheme() + "://" + address.getAuthority();
  }

  private <T> T read(byte[] body, TypeReference<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new InvalidInput("passnyckel", "access.passkey.wrong");
    }
  }

  /** The library tells by many kinds of exceptions that a signature, challenge, origin or counter is not right. */
  private static <T> T answered(java.util.function.Supplier<T> check) {
    try {
      return check.get();
    } catch (org.springframework.dao.DataAccessException failure) {
      throw failure;
    } catch (RuntimeException refused) {
      throw new InvalidInput("passnyckel", "access.passkey.wrong");
    }
  }
}
