package se.samlad.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.demo.history.Chronicle;
import se.samlad.demo.history.Historian;
import se.samlad.demo.jdbc.BulkRows;
import se.samlad.demo.jdbc.HistoryStore;
import se.samlad.demo.jdbc.TownStore;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.DemoCalendar;
import se.samlad.demo.people.Founders;
import se.samlad.demo.town.Town;
import se.samlad.demo.town.TownGenerator;
import se.samlad.demo.town.VillageGenerator;
import se.samlad.demo.work.PastWork;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** Builds the demo municipalities where they are missing, and builds them anew. Never touches a municipality that is none. */
@Service
public class Demo {

  public static final String LINDESTA = "lindesta";
  public static final String THIN = "ullesta";

  /** The local group's address. */
  public static final String GROUP = "est-gruppen";

  public static final long SEED = 20_140_301;

  private final Municipalities municipalities;
  private final Founders founders;
  private final TownStore towns;
  private final HistoryStore history;
  private final PastWork work;
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
      HistoryStore history,
      PastWork work,
      BulkRows rows,
      Audit audit,
      Tenancy tenancy,
      JdbcClient db,
      Clock clock) {
    this.municipalities = municipalities;
    this.founders = founders;
    this.towns = towns;
    this.history = history;
    this.work = work;
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
        if (lastWeek(found.id()).isEmpty()) {
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

  /** The last week of Lindesta's history; the stories are counted back from it. */
  public Optional<IsoWeek> lastWeek() {
    return municipalities.find(LINDESTA).flatMap(this::lastWeek);
  }

  private void build() {
    IsoWeek last = IsoWeek.of(clock.instant()).plus(-1);
    if (municipalities.find(LINDESTA).isEmpty()) {
      build(
          LINDESTA,
          "Lindesta kommun",
          TownGenerator.draw(SEED),
          last,
          founders::lindesta,
          Historian::lindesta);
    }
    if (municipalities.find(THIN).isEmpty()) {
      build(
          THIN,
          "Ullesta kommun",
          VillageGenerator.draw(SEED),
          last,
          founders::thin,
          Historian::thin);
    }
  }

  /** Who founds a municipality, and who tells its history. */
  private interface Founder {
    Cast found(Town town, IsoWeek last);
  }

  private interface Teller {
    Chronicle tell(Town town, Cast cast, IsoWeek last, Instant now, long seed);
  }

  private void build(
      String slug, String name, Town town, IsoWeek last, Founder founder, Teller teller) {
    Instant now = clock.instant();
    List<Cast> made = new ArrayList<>();
    Municipality municipality = municipalities.found(slug, name, true, () -> {
      Cast cast = founder.found(town, last);
      made.add(cast);
      towns.write(town);
      rows.insert("calendar_entry", DemoCalendar.around(last));
    });
    Cast cast = made.getFirst();
    Chronicle chronicle = teller.tell(town, cast, last, now, SEED);
    tenancy.as(Actor.system(municipality.id()), () -> history.write(chronicle, cast, now));
    for (Party party : cast.parties()) {
      Actor owner =
          Actor.audience(municipality.id(), new Audience.Organisation(party.id()), Set.of(), false);
      tenancy.as(owner, () -> history.writeTexts(chronicle, party, cast, now));
    }
    if (slug.equals(LINDESTA)) {
      work.tell(municipality.id(), cast, last, now);
    }
    tenancy.as(Actor.system(municipality.id()), () -> finish(municipality.id(), last));
  }

  private void finish(MunicipalityId id, IsoWeek last) {
    db.sql("""
            update samlad.municipality
               set settings = settings || jsonb_build_object('demoLastWeek', cast(:last as text))
             where municipality_id = :id
            """).param("id", id.value()).param("last", last.code()).update();
    audit.record("demo.build", "municipality", id);
  }

  private Optional<IsoWeek> lastWeek(MunicipalityId id) {
    String code = tenancy.readAs(
        Actor.system(id),
        () -> db.sql("""
                select coalesce(settings ->> 'demoLastWeek', '')
                  from samlad.municipality
                 where municipality_id = :id
                """).param("id", id.value()).query(String.class).single());
    return IsoWeek.parse(String.valueOf(code));
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
