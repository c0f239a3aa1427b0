package se.samlad.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;

/** The bearer tokens of the actor's municipality. */
@Component
public class ApiTokens {

  private static final String PREFIX = "samlad_";
  private static final String SELECT = """
      select token_id, organisation_id, member_id, name, scopes, writes_per_second, reads_per_second,
             created_at, expires_at, revoked_at
        from samlad.api_token
       where municipality_id = :municipality
      """;

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  ApiTokens(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** A token with its secret, which nobody sees again. */
  public record Issued(ApiToken token, String secret) {}

  /** Where a secret belongs, before anybody acts. */
  public record Found(MunicipalityId municipality, UUID token) {}

  @Transactional(readOnly = true)
  public List<ApiToken> list() {
    return db.sql(SELECT + " order by created_at desc, token_id")
        .param("municipality", municipality())
        .query(ApiTokens::token)
        .list();
  }

  @Transactional(readOnly = true)
  public ApiToken get(UUID id) {
    return db.sql(SELECT + " and token_id = :id")
        .param("municipality", municipality())
        .param("id", id)
        .query(ApiTokens::token)
        .optional()
        .orElseThrow(() -> new NotFound("token " + id));
  }

  @Transactional
  public Issued issue(
      UUID organisation,
      UUID principal,
      String name,
      Set<Scope> scopes,
      @Nullable Instant expiresAt) {
    return issue(new ApiToken(
        Ids.next(),
        organisation,
        principal,
        name,
        scopes,
        60,
        300,
        clock.instant(),
        expiresAt,
        null));
  }

  /** Issues a token as described, limits too. */
  @Transactional
  public Issued issue(ApiToken token) {
    String secret = PREFIX + Secrets.next();
    db.sql("""
            insert into samlad.api_token
                   (municipality_id, token_id, organisation_id, member_id, name, scopes, token_hash,
                    writes_per_second, reads_per_second, created_at, created_by, expires_at)
            values (:municipality, :id, :organisation, :member, :name, string_to_array(:scopes, ','), :hash,
                    :writes, :reads, :createdAt, :by, :expiresAt)
            """)
        .param("municipality", municipality())
        .param("id", token.id())
        .param("organisation", token.organisation())
        .param("member", token.principal())
        .param("name", token.name())
        .param(
            "scopes",
            String.join(",", token.scopes().stream().map(Scope::text).sorted().toList()))
        .param("hash", Secrets.hash(secret))
        .param("writes", token.writesPerSecond())
        .param("reads", token.readsPerSecond())
        .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
        .param("by", CurrentActor.get().user())
        .param("expiresAt", offset(token.expiresAt()))
        .update();
    db.sql("""
            insert into drift.api_token_lookup (token_hash, municipality_id, token_id)
            values (:hash, :municipality, :id)
            """)
        .param("hash", Secrets.hash(secret))
        .param("municipality", municipality())
        .param("id", token.id())
        .update();
    audit.record(
        "token.issue",
        "api_token",
        token.id(),
        Map.of("organisation", token.organisation(), "principal", token.principal()));
    return new Issued(token, secret);
  }

  /** A new secret for the same principal, scopes and limits; the old one is dead at once. */
  @Transactional
  public Issued rotate(UUID id) {
    ApiToken old = get(id);
    revoke(id);
    return issue(new ApiToken(
        Ids.next(),
        old.organisation(),
        old.principal(),
        old.name(),
        old.scopes(),
        old.writesPerSecond(),
        old.readsPerSecond(),
        clock.instant(),
        old.expiresAt(),
        null));
  }

  @Transactional
  public void limit(UUID id, int writesPerSecond, int readsPerSecond) {
    db.sql("""
            update samlad.api_token set writes_per_second = :writes, reads_per_second = :reads
             where municipality_id = :municipality and token_id = :id
            """)
        .param("municipality", municipality())
        .param("id", get(id).id())
        .param("writes", writesPerSecond)
        .param("reads", readsPerSecond)
        .update();
    audit.record("token.limit", "api_token", id);
  }

  @Transactional
  public void revoke(UUID id) {
    db.sql("""
            update samlad.api_token set revoked_at = coalesce(revoked_at, :now)
             where municipality_id = :municipality and token_id = :id
            """)
        .param("municipality", municipality())
        .param("id", get(id).id())
        .param("now", offset(clock.instant()))
        .update();
    audit.record("token.revoke", "api_token", id);
  }

  /** When each token was last used, to within five minutes; one never used is missing. */
  @Transactional(readOnly = true)
  public Map<UUID, Instant> lastUses() {
    Map<UUID, Instant> uses = new HashMap<>();
    db.sql("""
            select token_id, last_used_at from samlad.api_token
             where municipality_id = :municipality and last_used_at is not null
            """).param("municipality", municipality()).query(row -> {
      uses.put(
          row.getObject("token_id", UUID.class),
          row.getTimestamp("last_used_at").toInstant());
    });
    return uses;
  }

  /** Remembers that the token was used. */
  @Transactional
  public void used(UUID id) {
    db.sql("""
            update samlad.api_token set last_used_at = :now
             where municipality_id = :municipality and token_id = :id
            """)
        .param("municipality", municipality())
        .param("id", id)
        .param("now", offset(clock.instant()))
        .update();
  }

  /** Which municipality and token a secret belongs to. Needs no actor. */
  public Optional<Found> find(String secret) {
    return db.sql("""
            select municipality_id, token_id from drift.api_token_lookup where token_hash = :hash
            """)
        .param("hash", Secrets.hash(secret))
        .query((row, n) -> new Found(
            new MunicipalityId(row.getObject("municipality_id", UUID.class)),
            row.getObject("token_id", UUID.class)))
        .optional();
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static ApiToken token(ResultSet row, int n) throws SQLException {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream((String[]) row.getArray("scopes").getArray())
        .flatMap(text -> Scope.find(text).stream())
        .forEach(scopes::add);
    return new ApiToken(
        row.getObject("token_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getString("name"),
        scopes,
        row.getInt("writes_per_second"),
        row.getInt("reads_per_second"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
