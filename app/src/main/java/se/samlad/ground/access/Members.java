package se.samlad.ground.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;

/** The members of the actor's municipality, as far as the actor may see them, and what they may do. */
@Component
public class Members {

  private static final String SELECT = """
      select m.member_id, m.display_name, m.language, m.service_account, m.active,
             r.role, r.organisation_id, r.unit_id
        from samlad.member m
        left join samlad.member_role r on r.municipality_id = m.municipality_id and r.member_id = m.member_id
       where m.municipality_id = :municipality
      """;

  private final JdbcClient db;
  private final Audit audit;

  Members(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Those whose account is open, service accounts last. */
  @Transactional(readOnly = true)
  public List<Member> list() {
    return gathered(db.sql(SELECT + """
             and m.active
           order by m.service_account, m.display_name, m.member_id, r.role
            """).param("municipality", municipality()));
  }

  /** Those with a role in the organisation. */
  @Transactional(readOnly = true)
  public List<Member> listOf(UUID organisation) {
    return list().stream()
        .filter(member ->
            member.grants().stream().anyMatch(grant -> organisation.equals(grant.organisation())))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<Member> find(UUID id) {
    return gathered(db.sql(SELECT + " and m.member_id = :id order by r.role, r.organisation_id")
            .param("municipality", municipality())
            .param("id", id))
        .stream()
        .findFirst();
  }

  @Transactional(readOnly = true)
  public Member get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("member " + id));
  }

  /** Adds a person. Without an e-mail address nobody can sign in to the account. */
  @Transactional
  public Member add(String displayName, Locale language, List<Grant> grants) {
    return add(displayName, language, grants, false);
  }

  /** Adds a service account: what a token acts for when no person stands behind it. */
  @Transactional
  public Member addServiceAccount(String displayName, List<Grant> grants) {
    return add(displayName, Locale.of("sv"), grants, true);
  }

  @Transactional
  public void rename(UUID member, String displayName) {
    db.sql("""
            update samlad.member set display_name = :name
             where municipality_id = :municipality and member_id = :member
            """)
        .param("municipality", municipality())
        .param("member", member)
        .param("name", displayName)
        .update();
    audit.record("member.rename", "member", member);
  }

  /** Gives a role; it holds from the member's next request. */
  @Transactional
  public void grant(UUID member, Grant grant) {
    db.sql("""
            insert into samlad.member_role (municipality_id, member_id, role, organisation_id, unit_id, granted_by)
            values (:municipality, :member, :role, :organisation, :unit, :by)
            on conflict do nothing
            """)
        .param("municipality", municipality())
        .param("member", member)
        .param("role", grant.role().name())
        .param("organisation", grant.organisation())
        .param("unit", grant.unit())
        .param("by", CurrentActor.get().user())
        .update();
    audit.record("right.grant", "member", member, told(grant));
  }

  /** Takes a role back; it is gone at the member's next request. The last administrator stays. */
  @Transactional
  public void withdraw(UUID member, Grant grant) {
    if (grant.role() == Role.ADMINISTRATOR) {
      refuseWithoutOtherAdministrator(member);
    }
    db.sql("""
            delete from samlad.member_role
             where municipality_id = :municipality
               and member_id = :member
               and role = :role
               and organisation_id is not distinct from cast(:organisation as uuid)
               and unit_id is not distinct from cast(:unit as uuid)
            """)
        .param("municipality", municipality())
        .param("member", member)
        .param("role", grant.role().name())
        .param("organisation", grant.organisation())
        .param("unit", grant.unit())
        .update();
    audit.record("right.withdraw", "member", member, told(grant));
  }

  /** Closes the account; every session and token of it is dead at the next request. The last administrator stays. */
  @Transactional
  public void close(UUID member) {
    refuseWithoutOtherAdministrator(member);
    db.sql("""
            update samlad.member set active = false
             where municipality_id = :municipality and member_id = :member
            """).param("municipality", municipality()).param("member", member).update();
    audit.record("member.close", "member", member);
  }

  /** Makes the account the one that a role card of the demo opens. */
  @Transactional
  public void playDemo(UUID member, DemoRole role) {
    if (!inDemo()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "access.refused.noDemo");
    }
    db.sql("""
            update samlad.member set settings = settings || jsonb_build_object('demoRole', cast(:role as text))
             where municipality_id = :municipality and member_id = :member
            """)
        .param("municipality", municipality())
        .param("member", member)
        .param("role", role.code())
        .update();
  }

  /** The open account behind a role card; none outside a demo municipality. */
  @Transactional(readOnly = true)
  public Optional<UUID> findDemo(DemoRole role) {
    return db.sql("""
            select m.member_id
              from samlad.member m
              join samlad.municipality k on k.municipality_id = m.municipality_id and k.demo
             where m.municipality_id = :municipality
               and m.settings ->> 'demoRole' = :role
               and m.active
            """)
        .param("municipality", municipality())
        .param("role", role.code())
        .query(UUID.class)
        .optional();
  }

  private Member add(
      String displayName, Locale language, List<Grant> grants, boolean serviceAccount) {
    UUID id = Ids.next();
    db.sql("""
            insert into samlad.member (municipality_id, member_id, display_name, language, service_account)
            values (:municipality, :id, :name, :language, :serviceAccount)
            """)
        .param("municipality", municipality())
        .param("id", id)
        .param("name", displayName)
        .param("language", language.getLanguage())
        .param("serviceAccount", serviceAccount)
        .update();
    audit.record("member.add", "member", id, Map.of("serviceAccount", serviceAccount));
    grants.forEach(grant -> grant(id, grant));
    return new Member(id, displayName, language, serviceAccount, true, grants);
  }

  /** The row of the municipality is the lock, so that two administrators cannot remove each other at once. */
  private void refuseWithoutOtherAdministrator(UUID member) {
    db.sql("select 1 from samlad.municipality where municipality_id = :municipality for update")
        .param("municipality", municipality())
        .query(Integer.class)
        .single();
    boolean administers = administrators().contains(member);
    if (administers && administrators().size() == 1) {
      throw new Refused(Refused.Kind.CONFLICT, "access.refused.lastAdministrator");
    }
  }

  private List<UUID> administrators() {
    return db.sql("""
            select distinct m.member_id
              from samlad.member m
              join samlad.member_role r on r.municipality_id = m.municipality_id and r.member_id = m.member_id
             where m.municipality_id = :municipality
               and r.role = 'ADMINISTRATOR'
               and m.active
               and not m.service_account
            """).param("municipality", municipality()).query(UUID.class).list();
  }

  private boolean inDemo() {
    return db.sql("select demo from samlad.municipality where municipality_id = :municipality")
        .param("municipality", municipality())
        .query(Boolean.class)
        .single();
  }

  private static List<Member> gathered(JdbcClient.StatementSpec statement) {
    Map<UUID, Member> members = new LinkedHashMap<>();
    statement.query(row -> {
      Member member = new Member(
          row.getObject("member_id", UUID.class),
          row.getString("display_name"),
          Locale.of(row.getString("language")),
          row.getBoolean("service_account"),
          row.getBoolean("active"),
          grants(
              row.getString("role"),
              row.getObject("organisation_id", UUID.class),
              row.getObject("unit_id", UUID.class)));
      members.merge(member.id(), member, Member::with);
    });
    return List.copyOf(members.values());
  }

  private static List<Grant> grants(
      @Nullable String role, @Nullable UUID organisation, @Nullable UUID unit) {
    return role == null ? List.of() : List.of(new Grant(Role.valueOf(role), organisation, unit));
  }

  private static Map<String, ?> told(Grant grant) {
    UUID organisation = grant.organisation();
    return organisation == null
        ? Map.of("role", grant.role().name())
        : Map.of("role", grant.role().name(), "organisation", organisation);
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }
}
