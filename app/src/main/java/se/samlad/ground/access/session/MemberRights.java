package se.samlad.ground.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/**
 * Reads what a member may do, in one question to the database on each request and never from a cache: a right withdrawn is gone at the
 * next request. A seat in a local, operative or preparatory group makes a group member, one in a steering group gives the leadership's
 * view and the group's own documents, and opens no area; rights within an organisation that has left no longer count.
 */
@Component
public class MemberRights {

  private static final String QUERY = """
      select m.display_name, m.language, k.name as municipality, k.demo,
             array(select distinct r.role from samlad.member_role r
                     left join samlad.organisation o on o.municipality_id = r.municipality_id and o.organisation_id = r.organisation_id
                    where r.municipality_id = m.municipality_id and r.member_id = m.member_id
                      and (r.organisation_id is null or o.active)) as roles,
             array(select o.organisation_id
                     from samlad.organisation o
                    where o.municipality_id = m.municipality_id and o.active
                      and (exists (select 1 from samlad.member_role r
                                    where r.municipality_id = m.municipality_id and r.member_id = m.member_id
                                      and r.organisation_id = o.organisation_id)
                           or exists (select 1 from samlad.group_member g
                                       where g.municipality_id = m.municipality_id and g.member_id = m.member_id
                                         and g.organisation_id = o.organisation_id))
                    order by o.sort_order, o.name) as organisations,
             array(select o.name
                     from samlad.organisation o
                    where o.municipality_id = m.municipality_id and o.active
                      and exists (select 1 from samlad.member_role r
                                   where r.municipality_id = m.municipality_id and r.member_id = m.member_id
                                     and r.organisation_id = o.organisation_id)
                    order by o.sort_order, o.name) as organisation_names,
             array(select distinct r.organisation_id from samlad.member_role r
                     join samlad.organisation o on o.municipality_id = r.municipality_id and o.organisation_id = r.organisation_id
                    where r.municipality_id = m.municipality_id and r.member_id = m.member_id
                      and r.role = 'ORGANISATION_COORDINATOR' and o.active) as coordinated,
             array(select g.group_id from samlad.group_member s
                     join samlad.working_group g on g.municipality_id = s.municipality_id and g.group_id = s.group_id
                    where s.municipality_id = m.municipality_id and s.member_id = m.member_id
                      and g.active) as groups,
             array(select distinct a.area_id from samlad.group_member s
                     join samlad.working_group g on g.municipality_id = s.municipality_id and g.group_id = s.group_id
                     join samlad.group_area a on a.municipality_id = g.municipality_id and a.group_id = g.group_id
                    where s.municipality_id = m.municipality_id and s.member_id = m.member_id
                      and g.active and g.level <> 'STEERING') as areas,
             exists (select 1 from samlad.group_member s
                       join samlad.working_group g on g.municipality_id = s.municipality_id and g.group_id = s.group_id
                      where s.municipality_id = m.municipality_id and s.member_id = m.member_id
                        and g.active and g.level <> 'STEERING' and g.whole_municipality) as whole_municipality,
             exists (select 1 from samlad.group_member s
                       join samlad.working_group g on g.municipality_id = s.municipality_id and g.group_id = s.group_id
                      where s.municipality_id = m.municipality_id and s.member_id = m.member_id
                        and g.active and g.level <> 'STEERING') as works,
             exists (select 1 from samlad.group_member s
                       join samlad.working_group g on g.municipality_id = s.municipality_id and g.group_id = s.group_id
                      where s.municipality_id = m.municipality_id and s.member_id = m.member_id
                        and g.active and g.level = 'STEERING') as steers
        from samlad.member m
        join samlad.municipality k on k.municipality_id = m.municipality_id
       where m.municipality_id = :municipality
         and m.member_id = :member
         and m.active
      """;

  private final JdbcClient db;
  private final Tenancy tenancy;

  MemberRights(JdbcClient db, Tenancy tenancy) {
    this.db = db;
    this.tenancy = tenancy;
  }

  /** The member's rights; empty when the account is closed or absent. */
  public Optional<Rights> find(MunicipalityId municipality, UUID member) {
    return tenancy.readAs(
        Actor.system(municipality),
        () -> db.sql(QUERY)
            .param("municipality", municipality.value())
            .param("member", member)
            .query((row, n) -> rights(municipality, member, row))
            .optional());
  }

  private Rights rights(MunicipalityId municipality, UUID member, ResultSet row)
      throws SQLException {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .forEach(roles::add);
    if (row.getBoolean("works")) {
      roles.add(Role.GROUP_MEMBER);
    }
    if (row.getBoolean("steers")) {
      roles.add(Role.LEADERSHIP);
    }
    List<UUID> organisations = List.of((UUID[]) row.getArray("organisations").getArray());
    return new Rights(
        municipality,
        member,
        row.getString("display_name"),
        Locale.of(row.getString("language")),
        row.getString("municipality"),
        List.of((String[]) row.getArray("organisation_names").getArray()).stream()
            .findFirst()
            .orElse(null),
        row.getBoolean("demo"),
        roles,
        organisations,
        ids(row, "coordinated"),
        ids(row, "groups"),
        ids(row, "areas"),
        row.getBoolean("whole_municipality"));
  }

  private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
    return Set.of((UUID[]) row.getArray(column).getArray());
  }

  /** What a member may do, before the way of signing in is considered. */
  public record Rights(
      MunicipalityId municipality,
      UUID member,
      String displayName,
      Locale language,
      String municipalityName,
      @Nullable String organisationName,
      boolean demo,
      Set<Role> roles,
      List<UUID> organisations,
      Set<UUID> coordinated,
      Set<UUID> groups,
      Set<UUID> areas,
      boolean wholeMunicipality) {

    public Rights {
      roles = Set.copyOf(roles);
      organisations = List.copyOf(organisations);
    }

    /** Whether a role needs a second factor. */
    public boolean needsSecondFactor() {
      return roles.stream().anyMatch(Role::readsAcrossOrganisations);
    }

    /** The actor with all rights, or with the reporter's alone. */
    public Actor actor(ActorKind kind, boolean reporterAlone) {
      if (reporterAlone) {
        Set<Role> kept = roles.contains(Role.REPORTER) ? Set.of(Role.REPORTER) : Set.of();
        return new Actor(
            municipality,
            kind,
            member,
            kept,
            Set.copyOf(organisations),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            null);
      }
      return new Actor(
          municipality,
          kind,
          member,
          roles,
          Set.copyOf(organisations),
          coordinated,
          groups,
          areas,
          wholeMunicipality,
          null);
    }
  }
}
