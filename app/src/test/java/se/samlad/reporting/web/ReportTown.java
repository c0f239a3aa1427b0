package se.samlad.reporting.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.TestTown;

/** A town for the form's tests: two areas with a weekly group, two places, a guard of a company's unit behind a role card. */
class ReportTown {

  private final Tenancy tenancy;
  private final JdbcClient db;
  private final DefaultCatalogue catalogue;

  ReportTown(Tenancy tenancy, JdbcClient db, DefaultCatalogue catalogue) {
    this.tenancy = tenancy;
    this.db = db;
    this.catalogue = catalogue;
  }

  /** The town with who walks in. */
  record Built(TestTown town, UUID centre, TestTown.Person person) {

    UUID guard() {
      return person.member();
    }

    Actor asGuard() {
      return person.actor();
    }
  }

  Built build() {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centre = town.area("Centrum", 0, 0);
    town.area("Norr", 0, 1);
    town.group("EST Centrum", false, centre);
    UUID company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
    UUID unit = town.unit(company, "Kvällspasset");
    place(town, "Järnvägsgatan 4", "ADDRESS", 0.3, 0.5, centre);
    place(town, "Stadsparken", "PARK", 0.6, 0.5, centre);
    place(town, "Stadsparkens lekplats", "PLAYGROUND", 0.7, 0.5, centre);
    town.person(Role.REPORTER, company).in(unit).playing(DemoRole.POLIS);
    TestTown.Person guard = town.person(Role.REPORTER, company).in(unit).playing(DemoRole.VAKTARE);
    return new Built(town, centre, guard);
  }

  /** The guard's reports as one line each: category, place, precision, whether there is a text. */
  List<String> reports(Built built) {
    return tenancy.readAs(
        built.town().system(),
        () -> db.sql("""
                select i.category_code || ' · ' || i.place_label || ' · ' || i.precision_class || ' · ' || i.text_state
                  from samlad.report r
                  join samlad.report_item i on i.municipality_id = r.municipality_id and i.report_id = r.report_id and i.version = r.version
                 where r.member_id = :guard
                 order by r.received_at, i.category_code
                """).param("guard", built.guard()).query(String.class).list());
  }

  /** The answers to follow-up questions, in the order of {@link #reports}. */
  List<String> answers(Built built) {
    return tenancy.readAs(
        built.town().system(),
        () -> db.sql("""
                select cast(i.answers as text)
                  from samlad.report r
                  join samlad.report_item i on i.municipality_id = r.municipality_id and i.report_id = r.report_id and i.version = r.version
                 where r.member_id = :guard
                 order by r.received_at, i.category_code
                """).param("guard", built.guard()).query(String.class).list());
  }

  /** The texts as they are stored, as their author reads them. */
  List<String> texts(Built built) {
    return tenancy.readAs(
        built.asGuard(),
        () -> db.sql("select text from samlad.report_text").query(String.class).list());
  }

  private void place(
      TestTown town, String name, String kind, double eastKm, double northKm, UUID area) {
    double easting = TestTown.EASTING + eastKm * 1000;
    double northing = TestTown.NORTHING + northKm * 1000;
    Sweref99.Geographic at = Sweref99.TM.unproject(northing, easting);
    town.asSystem(() -> db.sql("""
            insert into samlad.place (municipality_id, place_id, name, kind, lon, lat, easting, northing, area_id)
            values (samlad.municipality(), :id, :name, :kind, :lon, :lat, :easting, :northing, :area)
            """)
        .param("id", Ids.next())
        .param("name", name)
        .param("kind", kind)
        .param("lon", at.lon())
        .param("lat", at.lat())
        .param("easting", easting)
        .param("northing", northing)
        .param("area", area)
        .update());
  }
}
