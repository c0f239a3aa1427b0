package se.samlad.support;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/**
 * Builds a municipality for a test, through the system's own rights: {@code TestTown.in(tenancy, db, catalogue).area("Centrum", 0, 0)...}.
 * Areas are squares of 1 km whose lower left corner is given in kilometres from (6 560 000 N, 500 000 E) in SWEREF 99 TM.
 */
public final class TestTown {

  public static final double EASTING = 500_000;
  public static final double NORTHING = 6_560_000;

  /** A point in the square at 0, 0, as {@code "lon":…,"lat":…}. */
  public static final String POINT = point(0.3, 0.5);

  private final Tenancy tenancy;
  private final JdbcClient db;
  private final MunicipalityId id = new MunicipalityId(Ids.next());

  private TestTown(Tenancy tenancy, JdbcClient db) {
    this.tenancy = tenancy;
    this.db = db;
  }

  public static TestTown in(Tenancy tenancy, JdbcClient db, DefaultCatalogue catalogue) {
    TestTown town = new TestTown(tenancy, db);
    town.asSystem(() -> {
      town.db
          .sql(
              "insert into samlad.municipality (municipality_id, slug, name) values (samlad.municipality(), :slug, 'Provköping')")
          .param("slug", town.slug())
          .update();
      town.db
          .sql(
              "insert into samlad.area_layer (municipality_id, layer, name, main, vintage) values (samlad.municipality(), 'stadsdel', 'Stadsdelar', true, '2026-01-01')")
          .update();
      catalogue.install();
    });
    return town;
  }

  /** A town with role cards at {@code /demo?kommun=SLUG}, so that a browser walks in without a password. */
  public TestTown demo() {
    asSystem(() -> {
      db.sql("update samlad.municipality set demo = true").update();
      db.sql("insert into drift.municipality_slug (slug, municipality_id) values (:slug, :id)")
          .param("slug", slug())
          .param("id", id.value())
          .update();
    });
    return this;
  }

  public String slug() {
    return "p" + id.toString().replace("-", "").substring(20);
  }

  /** A point some kilometres from the corner, as {@code "lon":…,"lat":…}. */
  public static String point(double eastKm, double northKm) {
    Sweref99.Geographic at =
        Sweref99.TM.unproject(NORTHING + northKm * 1000, EASTING + eastKm * 1000);
    return "\"lon\":" + at.lon() + ",\"lat\":" + at.lat();
  }

  public MunicipalityId id() {
    return id;
  }

  public Actor system() {
    return Actor.system(id);
  }

  public void asSystem(Runnable work) {
    tenancy.as(Actor.system(id), work);
  }

  public UUID area(String name, int eastKm, int northKm) {
    UUID area = Ids.next();
    double e = EASTING + eastKm * 1000.0;
    double n = NORTHING + northKm * 1000.0;
    String wkt = String.format(
        java.util.Locale.ROOT,
        "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
        e,
        n,
        e + 1000,
        n + 1000);
    asSystem(() ->
        db.sql("""
            insert into samlad.area (municipality_id, area_id, layer, code, name, wkt_sweref)
            values (samlad.municipality(), :id, 'stadsdel', :name, :name, :wkt)
            """).param("id", area).param("name", name).param("wkt", wkt).update());
    return area;
  }

  /** A named place some kilometres from the corner. */
  public void place(String name, double eastKm, double northKm) {
    double easting = EASTING + eastKm * 1000;
    double northing = NORTHING + northKm * 1000;
    Sweref99.Geographic at = Sweref99.TM.unproject(northing, easting);
    asSystem(() -> db.sql("""
            insert into samlad.place (municipality_id, place_id, name, kind, lon, lat, easting, northing)
            values (samlad.municipality(), :id, :name, 'SQUARE', :lon, :lat, :easting, :northing)
            """)
        .param("id", Ids.next())
        .param("name", name)
        .param("lon", at.lon())
        .param("lat", at.lat())
        .param("easting", easting)
        .param("northing", northing)
        .update());
  }

  public UUID organisation(String name, String kind) {
    UUID organisation = Ids.next();
    asSystem(() -> db.sql(
            "insert into samlad.organisation (municipality_id, organisation_id, name, kind) values (samlad.municipality(), :id, :name, :kind)")
        .param("id", organisation)
        .param("name", name)
        .param("kind", kind)
        .update());
    return organisation;
  }

  public UUID unit(UUID organisation, String name) {
    UUID unit = Ids.next();
    asSystem(() -> db.sql(
            "insert into samlad.unit (municipality_id, unit_id, organisation_id, name, active_from) values (samlad.municipality(), :id, :organisation, :name, :from)")
        .param("id", unit)
        .param("organisation", organisation)
        .param("name", name)
        .param("from", LocalDate.of(2020, 1, 1))
        .update());
    return unit;
  }

  public UUID group(String name, boolean wholeMunicipality, UUID... areas) {
    UUID group = Ids.next();
    asSystem(() -> {
      db.sql("""
              insert into samlad.working_group (municipality_id, group_id, slug, name, level, whole_municipality)
              values (samlad.municipality(), :id, :slug, :name, 'LOCAL', :whole)
              """)
          .param("id", group)
          .param("slug", name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
          .param("name", name)
          .param("whole", wholeMunicipality)
          .update();
      for (UUID area : areas) {
        db.sql(
                "insert into samlad.group_area (municipality_id, group_id, area_id) values (samlad.municipality(), :group, :area)")
            .param("group", group)
            .param("area", area)
            .update();
      }
    });
    return group;
  }

  /** A member with one role; for reporters and organisation coordinators within an organisation. */
  public Person person(Role role, UUID organisation) {
    UUID member = Ids.next();
    asSystem(() -> {
      db.sql(
              "insert into samlad.member (municipality_id, member_id, display_name) values (samlad.municipality(), :id, :name)")
          .param("id", member)
          .param("name", role.name())
          .update();
      db.sql(
              "insert into samlad.member_role (municipality_id, member_id, role, organisation_id) values (samlad.municipality(), :id, :role, :organisation)")
          .param("id", member)
          .param("role", role.name())
          .param("organisation", organisation)
          .update();
    });
    return new Person(
        this,
        member,
        EnumSet.of(role),
        organisation == null ? Set.of() : Set.of(organisation),
        Set.of(),
        Set.of(),
        false);
  }

  /** Somebody of the town; {@link #actor()} is what a request of theirs would act as. */
  public record Person(
      TestTown town,
      UUID member,
      Set<Role> roles,
      Set<UUID> organisations,
      Set<UUID> groups,
      Set<UUID> areas,
      boolean wholeMunicipality) {

    public Person inGroup(UUID group, boolean whole, UUID... areas) {
      town.asSystem(() -> town.db
          .sql(
              "insert into samlad.group_member (municipality_id, group_id, member_id) values (samlad.municipality(), :group, :member)")
          .param("group", group)
          .param("member", member)
          .update());
      Set<UUID> all = new LinkedHashSet<>(groups);
      all.add(group);
      Set<UUID> covered = new LinkedHashSet<>(this.areas);
      covered.addAll(Set.of(areas));
      Set<Role> more = EnumSet.copyOf(roles);
      more.add(Role.GROUP_MEMBER);
      return new Person(
          town, member, more, organisations, all, covered, wholeMunicipality || whole);
    }

    /** Is the one that a role card of a {@link TestTown#demo} town opens. */
    public Person playing(DemoRole role) {
      town.asSystem(() -> town.db
          .sql(
              "update samlad.member set settings = settings || jsonb_build_object('demoRole', cast(:role as text)) where member_id = :member")
          .param("role", role.code())
          .param("member", member)
          .update());
      return this;
    }

    /** Reports for a unit of the organisation. */
    public Person in(UUID unit) {
      town.asSystem(() -> town.db
          .sql("update samlad.member_role set unit_id = :unit where member_id = :member")
          .param("unit", unit)
          .param("member", member)
          .update());
      return this;
    }

    public Actor actor() {
      return new Actor(
          town.id,
          ActorKind.PERSON,
          member,
          roles,
          organisations,
          roles.contains(Role.ORGANISATION_COORDINATOR) ? organisations : Set.of(),
          groups,
          areas,
          wholeMunicipality,
          null);
    }
  }
}
