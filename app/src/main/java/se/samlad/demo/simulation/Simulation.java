package se.samlad.demo.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.demo.history.Rhythm;
import se.samlad.demo.jdbc.BulkRows;
import se.samlad.demo.jdbc.SimulationStore;
import se.samlad.demo.jdbc.SimulationStore.Spot;
import se.samlad.demo.jdbc.SimulationStore.Urn;
import se.samlad.demo.jdbc.TownStore;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.DemoCalendar;
import se.samlad.demo.people.Founders;
import se.samlad.demo.town.Town;
import se.samlad.demo.town.TownGenerator;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;

/**
 * Fills a municipality of its own with made-up incidents, as many as asked for: Lindesta's map, organisations and roles, and a second local
 * group of some areas. Never where there is a real municipality.
 */
@Service
public class Simulation {

  private static final int AT_ONCE = 25_000;
  private static final int SPOTS_BESIDE_ADDRESSES = 6_000;
  private static final Set<String> MEMBER_AREAS = Set.of("Centrum", "Lindhem", "Norrgärdet");
  private static final Set<String> FOUND_LATER = Set.of(
      "SKADEGORELSE", "KLOTTER", "GLASKROSS", "NEDSKRAPNING", "BILINBROTT", "CYKEL", "KALLARE");

  private final Municipalities municipalities;
  private final Founders founders;
  private final TownStore towns;
  private final SimulationStore store;
  private final BulkRows rows;
  private final Areas areas;
  private final Categories categories;
  private final Tenancy tenancy;
  private final Clock clock;

  Simulation(
      Municipalities municipalities,
      Founders founders,
      TownStore towns,
      SimulationStore store,
      BulkRows rows,
      Areas areas,
      Categories categories,
      Tenancy tenancy,
      Clock clock) {
    this.municipalities = municipalities;
    this.founders = founders;
    this.towns = towns;
    this.store = store;
    this.rows = rows;
    this.areas = areas;
    this.categories = categories;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** Refuses with a sentence where there is a real municipality. */
  public void requireDemosOnly() {
    List<MunicipalityId> real = municipalities.list().stream()
        .filter(found -> !found.demo())
        .map(Municipality::id)
        .toList();
    if (!real.isEmpty()) {
      throw new IllegalStateException(
          "Databasen innehåller en riktig kommun. Simulerade händelser läggs aldrig bredvid riktiga data:"
              + " välj en egen mapp med SAMLAD_DATA.");
    }
  }

  /**
   * Founds the municipality and fills it; tells after each set how many incidents there are.
   *
   * @throws IllegalStateException with a sentence, when the name is taken
   */
  public Municipality fill(SimulationPlan plan, IntConsumer progress) {
    if (municipalities.find(plan.slug()).isPresent()) {
      throw new IllegalStateException(
          "Kommunen " + plan.slug()
              + " finns redan. Simulering fyller bara en egen kommun: välj ett annat kortnamn med --slug.");
    }
    IsoWeek last = IsoWeek.of(clock.instant()).plus(-1);
    Town town = TownGenerator.draw(plan.seed());
    List<Cast> made = new ArrayList<>();
    Municipality municipality = municipalities.found(plan.slug(), plan.name(), true, () -> {
      made.add(founders.simulated(town, last, MEMBER_AREAS));
      towns.write(town);
      rows.insert("calendar_entry", DemoCalendar.around(last));
    });
    Actor system = Actor.system(municipality.id());
    List<Party> parties = made.getFirst().parties();
    Urn urn = tenancy.readAs(system, () -> urn(plan, town, parties, last));
    for (int first = 1; first <= plan.incidents(); first += AT_ONCE) {
      int from = first;
      int to = Math.min(plan.incidents(), first + AT_ONCE - 1);
      tenancy.as(system, () -> store.write(urn, parties.size(), from, to));
      progress.accept(to);
    }
    tenancy.as(system, () -> store.finish(urn));
    return municipality;
  }

  private Urn urn(SimulationPlan plan, Town town, List<Party> parties, IsoWeek last) {
    Map<String, Category> known = new HashMap<>();
    categories.current().forEach(category -> known.put(category.code(), category));
    Map<String, String> lists = new HashMap<>();
    lists.put("kindsUntil", until(Kind.ALL, Kind::weight));
    lists.put("codes", of(Kind.ALL, Kind::code));
    lists.put("groups", of(Kind.ALL, kind -> category(known, kind).group()));
    lists.put("coarse", of(Kind.ALL, kind -> category(known, kind).coarseOnly()));
    lists.put("rhythms", of(Kind.ALL, kind -> kind.rhythm().ordinal()));
    lists.put("found", of(Kind.ALL, kind -> FOUND_LATER.contains(kind.code())));
    for (Rhythm rhythm : Rhythm.values()) {
      lists.put("rhythm" + rhythm.ordinal(), SimulationStore.list(rhythm.untilHour()));
    }
    lists.put("owners", of(parties, Party::id));
    lists.put("ownersUntil", until(parties, party -> weight(party.kind())));
    lists.put("guards", of(parties, party -> party.kind() == OrganisationKind.GUARD_COMPANY));
    lists.put("passesOwn", of(parties, party -> party.kind().passesItsOwn()));
    lists.put("coarseShares", of(parties, party -> coarseShare(party.kind())));
    return new Urn(
        plan.seed(),
        plan.incidents(),
        plan.weeks(),
        last.monday(),
        clock.instant(),
        categories.current().getFirst().version(),
        spots(plan, town),
        lists);
  }

  private static Category category(Map<String, Category> known, Kind kind) {
    Category category = known.get(kind.code());
    if (category == null) {
      throw new IllegalStateException("the catalogue has no category " + kind.code());
    }
    return category;
  }

  /** The town's places and addresses in drawn order, then points anywhere within its border. */
  private List<Spot> spots(SimulationPlan plan, Town town) {
    SeededRandom random = new SeededRandom(plan.seed());
    AreaLocator locator = areas.locator();
    List<Spot> spots = new ArrayList<>();
    List<Town.Spot> named = new ArrayList<>(town.spots());
    for (int i = named.size() - 1; i > 0; i--) {
      java.util.Collections.swap(named, i, random.nextInt(i + 1));
    }
    named.forEach(spot -> add(spots, locator, spot.name(), spot.easting(), spot.northing()));
    Envelope box = town.border().getEnvelopeInternal();
    for (int i = 0; i < SPOTS_BESIDE_ADDRESSES; i++) {
      double east = box.getMinX() + random.nextDouble() * box.getWidth();
      double north = box.getMinY() + random.nextDouble() * box.getHeight();
      add(spots, locator, "", east, north);
    }
    return spots;
  }

  private static void add(
      List<Spot> spots, AreaLocator locator, String name, double east, double north) {
    Area area = locator.locate(east, north).orElse(null);
    if (area != null) {
      Sweref99.Geographic at = Sweref99.TM.unproject(north, east);
      spots.add(new Spot(
          spots.size(),
          area.id(),
          name.isEmpty() ? area.name() : name,
          at.lon(),
          at.lat(),
          east,
          north));
    }
  }

  private static double weight(OrganisationKind kind) {
    return switch (kind) {
      case GUARD_COMPANY -> 6;
      case POLICE, HOUSING_COMPANY -> 4;
      case LEISURE, STREETS_AND_PARKS -> 2.5;
      case PUBLIC_TRANSPORT, SCHOOL -> 1.5;
      case MUNICIPALITY, SOCIAL_SERVICES, FIRE_AND_RESCUE, HOME_CARE, TRADE, ASSOCIATION, OTHER ->
        0.6;
    };
  }

  /** Up to which draw an organisation shares coarsely; what lies under 0.02 is confidential. */
  private static double coarseShare(OrganisationKind kind) {
    return kind == OrganisationKind.POLICE ? 0.5 : kind.passesItsOwn() ? 0.25 : 0.02;
  }

  private static <T> String of(List<T> all, Function<T, Object> value) {
    return all.stream().map(value).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /** Growing shares of the whole, the last one 1. */
  private static <T> String until(List<T> all, ToDoubleFunction<T> weight) {
    double whole = all.stream().mapToDouble(weight).sum();
    double[] until = new double[all.size()];
    double sum = 0;
    for (int i = 0; i < until.length; i++) {
      sum += weight.applyAsDouble(all.get(i));
      until[i] = i == until.length - 1 ? 1 : sum / whole;
    }
    return SimulationStore.list(until);
  }
}
