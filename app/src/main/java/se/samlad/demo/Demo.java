package se.samlad.demo;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.demo.jdbc.BulkRows;
import se.samlad.demo.jdbc.TownStore;
import se.samlad.demo.people.DemoCalendar;
import se.samlad.demo.people.Founders;
import se.samlad.demo.town.Town;
import se.samlad.demo.town.TownGenerator;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** Builds the demo municipalities where they are missing, and builds them anew. Never touches a municipality that is none. */
@Service
public class Demo {

  public static final String LINDESTA = "lindesta";
  public static final String THIN = "ekelosa";

  private static final long SEED = 20_140_301;

  private final Municipalities municipalities;
  private final Founders founders;
  private final TownStore towns;
  private final BulkRows rows;
  private final Audit audit;
  private final Tenancy tenancy;
  private final JdbcClient db;
  private final Clock clock;
  private final AtomicBoolean building = new AtomicBoolean();

  Demo(
      Municipalities municipalities,
      Founders founders,
      TownStore towns,
      BulkRows rows,
      Audit audit,
      Tenancy tenancy,
      JdbcClient db,
      Clock clock) {
    this.municipalities = municipalities;
    this.founders = founders;
    this.towns = towns;
    this.rows = rows;
    this.audit = audit;
    this.tenancy = tenancy;
    this.db = db;
    this.clock = clock;
  }

  /** Builds what is missing. A municipality that a killed start left half built is built anew. */
  public void open() {
    alone(() -> {
      for (Municipality found : demos()) {
        if (!isWhole(found.id())) {
          wipe(found.id());
        }
      }
      build();
    });
  }

  /** Wipes the demo municipalities and builds them as on the first day, told relative to today. */
  public void reset() {
    alone(() -> {
      demos().forEach(found -> wipe(found.id()));
      build();
    });
  }

  private void build() {
    IsoWeek last = IsoWeek.of(clock.instant()).plus(-1);
    build(LINDESTA, "Lindesta kommun", TownGenerator.draw(SEED), last, false);
  }

  private void build(String slug, String name, Town town, IsoWeek last, boolean thin) {
    if (municipalities.find(slug).isPresent()) {
      return;
    }
    Municipality made = municipalities.found(slug, name, true, () -> {
      if (thin) {
        founders.thin(town, last);
      } else {
        founders.lindesta(town, last);
      }
      towns.write(town);
      rows.insert("calendar_entry", DemoCalendar.around(last));
    });
    tenancy.as(Actor.system(made.id()), () -> {
      db.sql(
              "update samlad.municipality set settings = settings || '{\"demoWhole\": true}' where municipality_id = :id")
          .param("id", made.id().value())
          .update();
      audit.record("demo.build", "municipality", made.id());
    });
  }

  private boolean isWhole(MunicipalityId id) {
    return tenancy.readAs(
        Actor.system(id),
        () -> db.sql(
                "select settings -> 'demoWhole' is not null from samlad.municipality where municipality_id = :id")
            .param("id", id.value())
            .query(Boolean.class)
            .single());
  }

  private void wipe(MunicipalityId id) {
    tenancy.as(Actor.system(id), () -> {
      db.sql("select samlad.wipe_demo()").query((row, n) -> true).list();
    });
  }

  /** The demo's own municipalities: made by this module, not every one that is marked as a demo. */
  private List<Municipality> demos() {
    return municipalities.list().stream()
        .filter(Municipality::demo)
        .filter(found -> found.slug().equals(LINDESTA) || found.slug().equals(THIN))
        .toList();
  }

  private void alone(Runnable work) {
    if (!building.compareAndSet(false, true)) {
      throw new Refused(Refused.Kind.CONFLICT, "demo.reset.busy");
    }
    try {
      work.run();
    } finally {
      building.set(false);
    }
  }
}
