package se.samlad.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;

/** The working groups of the actor's municipality. */
@Component
public class Groups {

  private static final String SELECT = """
      select g.group_id, g.slug, g.name, g.level, g.cycle, g.meets_on, g.meets_at, g.meeting_minutes,
             g.meeting_place, g.whole_municipality, g.active,
             array(select a.area_id from samlad.group_area a
                    where a.municipality_id = g.municipality_id and a.group_id = g.group_id) as areas
        from samlad.working_group g
       where g.municipality_id = :municipality
      """;

  private final JdbcClient db;
  private final Audit audit;

  Groups(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The groups that work now. */
  @Transactional(readOnly = true)
  public List<WorkingGroup> list() {
    return all().stream().filter(WorkingGroup::active).toList();
  }

  @Transactional(readOnly = true)
  public List<WorkingGroup> all() {
    return db.sql(SELECT + " order by g.level, g.name")
        .param("municipality", municipality())
        .query(Groups::group)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<WorkingGroup> find(UUID id) {
    return db.sql(SELECT + " and g.group_id = :id")
        .param("municipality", municipality())
        .param("id", id)
        .query(Groups::group)
        .optional();
  }

  @Transactional(readOnly = true)
  public WorkingGroup get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("group " + id));
  }

  /** The group of an address such as {@code /moten/{grupp}/{period}}. */
  @Transactional(readOnly = true)
  public WorkingGroup getBySlug(String slug) {
    return db.sql(SELECT + " and g.slug = :slug")
        .param("municipality", municipality())
        .param("slug", slug)
        .query(Groups::group)
        .optional()
        .orElseThrow(() -> new NotFound("group " + slug));
  }

  /** Adds the group, or changes the one with its id. */
  @Transactional
  public void save(WorkingGroup group) {
    try {
      db.sql("""
              insert into samlad.working_group
                     (municipality_id, group_id, slug, name, level, cycle, meets_on, meets_at, meeting_minutes,
                      meeting_place, whole_municipality, active)
              values (:municipality, :id, :slug, :name, :level, :cycle, :meetsOn, :meetsAt, :minutes, :place, :whole, :active)
              on conflict (municipality_id, group_id) do update
                 set slug = excluded.slug, name = excluded.name, level = excluded.level, cycle = excluded.cycle,
                     meets_on = excluded.meets_on, meets_at = excluded.meets_at, meeting_minutes = excluded.meeting_minutes,
                     meeting_place = excluded.meeting_place, whole_municipality = excluded.whole_municipality,
                     active = excluded.active
              """)
          .param("municipality", municipality())
          .param("id", group.id())
          .param("slug", group.slug())
          .param("name", group.name())
          .param("level", group.level().name())
          .param("cycle", group.cycle().name())
          .param("meetsOn", group.meetsOn().getValue())
          .param("meetsAt", group.meetsAt())
          .param("minutes", group.meetingMinutes())
          .param("place", group.meetingPlace())
          .param("whole", group.wholeMunicipality())
          .param("active", group.active())
          .update();
    } catch (DuplicateKeyException e) {
      throw new InvalidInput("name", "access.problem.nameTaken", group.name());
    }
    cover(group.id(), group.areas());
    audit.record(
        "group.save",
        "working_group",
        group.id(),
        Map.of("level", group.level().name(), "areas", group.areas().size()));
  }

  /** Seats a member in the group, for an organisation where it speaks for one. */
  @Transactional
  public void seat(UUID group, UUID member, @Nullable UUID organisation, boolean deputy) {
    db.sql("""
            insert into samlad.group_member (municipality_id, group_id, member_id, organisation_id, deputy)
            values (:municipality, :group, :member, :organisation, :deputy)
            on conflict (municipality_id, group_id, member_id) do update
               set organisation_id = excluded.organisation_id, deputy = excluded.deputy
            """)
        .param("municipality", municipality())
        .param("group", group)
        .param("member", member)
        .param("organisation", organisation)
        .param("deputy", deputy)
        .update();
    audit.record("group.seat", "working_group", group, Map.of("member", member));
  }

  @Transactional
  public void unseat(UUID group, UUID member) {
    db.sql("""
            delete from samlad.group_member
             where municipality_id = :municipality
               and group_id = :group
               and member_id = :member
            """)
        .param("municipality", municipality())
        .param("group", group)
        .param("member", member)
        .update();
    audit.record("group.unseat", "working_group", group, Map.of("member", member));
  }

  /** Who sits in the group, by name. */
  @Transactional(readOnly = true)
  public List<Seat> seats(UUID group) {
    return db.sql("""
            select s.group_id, s.member_id, m.display_name, s.organisation_id, s.deputy
              from samlad.group_member s
              join samlad.member m on m.municipality_id = s.municipality_id and m.member_id = s.member_id
             where s.municipality_id = :municipality
               and s.group_id = :group
               and m.active
             order by s.deputy, m.display_name, s.member_id
            """)
        .param("municipality", municipality())
        .param("group", group)
        .query((row, n) -> new Seat(
            row.getObject("member_id", UUID.class),
            row.getString("display_name"),
            row.getObject("organisation_id", UUID.class),
            row.getBoolean("deputy")))
        .list();
  }

  /** A member's seat in a group. */
  public record Seat(UUID member, String name, @Nullable UUID organisation, boolean deputy) {}

  private void cover(UUID group, Set<UUID> areas) {
    db.sql(
            "delete from samlad.group_area where municipality_id = :municipality and group_id = :group")
        .param("municipality", municipality())
        .param("group", group)
        .update();
    for (UUID area : areas) {
      db.sql("""
              insert into samlad.group_area (municipality_id, group_id, area_id)
              values (:municipality, :group, :area)
              """)
          .param("municipality", municipality())
          .param("group", group)
          .param("area", area)
          .update();
    }
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }

  private static WorkingGroup group(ResultSet row, int n) throws SQLException {
    return new WorkingGroup(
        row.getObject("group_id", UUID.class),
        row.getString("slug"),
        row.getString("name"),
        GroupLevel.valueOf(row.getString("level")),
        GroupCycle.valueOf(row.getString("cycle")),
        DayOfWeek.of(row.getInt("meets_on")),
        row.getObject("meets_at", LocalTime.class),
        row.getInt("meeting_minutes"),
        row.getString("meeting_place"),
        row.getBoolean("whole_municipality"),
        row.getBoolean("active"),
        Set.of((UUID[]) row.getArray("areas").getArray()));
  }
}
