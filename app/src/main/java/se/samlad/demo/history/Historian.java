package se.samlad.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.Stories;
import se.samlad.demo.history.Chronicle.Answer;
import se.samlad.demo.history.Chronicle.Crime;
import se.samlad.demo.history.Chronicle.Fate;
import se.samlad.demo.history.Chronicle.Sighting;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.Cast.Squad;
import se.samlad.demo.town.Town;
import se.samlad.ground.calendar.IsoWeek;

/**
 * Tells what happened: 36 months of reports and 60 of recorded crime for Lindesta, ten weeks for the thin municipality. All of it hangs on
 * one seed and on the last closed week, so the same week gives the same history.
 */
public final class Historian {

  private static final int WEEKS = 157;
  private static final int CRIME_WEEKS = 261;
  private static final int THIN_WEEKS = 10;

  private final Cast cast;
  private final IsoWeek last;
  private final Instant now;
  private final long seed;
  private final Ground ground;
  private final Texts texts = new Texts();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  private Historian(Town town, Cast cast, IsoWeek last, Instant now, long seed) {
    this.cast = cast;
    this.last = last;
    this.now = now;
    this.seed = seed;
    this.ground = new Ground(town);
  }

  /** The history of Lindesta up to the end of the last closed week. */
  public static Chronicle lindesta(Town town, Cast cast, IsoWeek last, Instant now, long seed) {
    Historian historian = new Historian(town, cast, last, now, seed);
    Map<Site, int[]> planted = Planting.over(Sites.LINDESTA, WEEKS, seed);
    for (int ago = WEEKS - 1; ago >= 0; ago--) {
      historian.week(ago, Sites.LINDESTA, planted, 3.2, Silence.lindesta(ago, seed));
    }
    List<Crime> crimes = new CrimeBook(
            town, historian.ground, last, now, SeededRandom.stream(seed, 9_000))
        .write(CRIME_WEEKS, 15);
    return new Chronicle(historian.sightings, historian.answers, crimes);
  }

  /** Ten weeks of two organisations. */
  public static Chronicle thin(Town town, Cast cast, IsoWeek last, Instant now, long seed) {
    Historian historian = new Historian(town, cast, last, now, seed);
    for (int ago = THIN_WEEKS - 1; ago >= 0; ago--) {
      historian.week(ago, List.of(Sites.THIN), Map.of(), 0, Silence.none());
    }
    return new Chronicle(historian.sightings, historian.answers, List.of());
  }

  private void week(
      int ago, List<Site> sites, Map<Site, int[]> planted, double elsewhere, Silence silence) {
    SeededRandom random = SeededRandom.stream(seed, 1_000 + ago);
    int first = sightings.size();
    for (Site site : sites) {
      int[] counts = planted.get(site);
      if (counts != null && counts[ago] >= 0) {
        for (int i = 0; i < counts[ago]; i++) {
          tell(site, ago, random, silence, true);
        }
      } else {
        long events = random.nextPoisson(site.perWeek() * growth(ago) * season(ago));
        for (int i = 0; i < events; i++) {
          tell(site, ago, random, silence, false);
        }
      }
    }
    long scattered = random.nextPoisson(elsewhere * growth(ago) * season(ago));
    for (int i = 0; i < scattered; i++) {
      tell(ground.somewhere(random), ago, random, silence, false);
    }
    if (!planted.isEmpty() && ago <= Stories.MORE_EYES) {
      long more = random.nextPoisson(Sites.MORE_EYES.perWeek());
      for (int i = 0; i < more; i++) {
        moreEyes(ago, random);
      }
    }
    if (!planted.isEmpty() && ago == 0) {
      Newcomers.of(cast, last, now, ground, random).forEach(sightings::add);
    }
    witness(first, ago, random, silence);
    answer(first, ago, random, silence);
  }

  /** More report for every year; a year ago it was about nine tenths of today. */
  private static double growth(int ago) {
    return 1 - 0.42 * Math.min(ago, WEEKS) / WEEKS;
  }

  private double season(int ago) {
    int week = last.plus(-ago).week();
    return 1 + 0.10 * StrictMath.cos(2 * Math.PI * (week - 22) / 52.0);
  }

  private void tell(Site site, int ago, SeededRandom random, Silence silence, boolean planted) {
    Party party = seer(site, ago, random, silence, planted);
    if (party == null) {
      return;
    }
    Ground.Spot spot = ground.within(site, random);
    Squad squad = squad(party, spot.area(), ago, random);
    if (squad != null) {
      add(site, spot, ago, random, party, squad, planted);
    } else if (planted) {
      tell(site, ago, random, silence, true);
    }
  }

  private void moreEyes(int ago, SeededRandom random) {
    Party party = cast.party("Lindesta Bostäder");
    Squad squad = party.squads().getLast();
    Ground.Spot spot = ground.within(Sites.MORE_EYES, random);
    if (spot.area().equals("Åbrinken") && !ground.nearCompared(spot)) {
      add(Sites.MORE_EYES, spot, ago, random, party, squad, false);
    }
  }

  private void add(
      Site site,
      Ground.Spot spot,
      int ago,
      SeededRandom random,
      Party party,
      Squad squad,
      boolean planted) {
    IsoWeek week = last.plus(-ago);
    String category = Draw.of(site.kinds(), random);
    Instant at = at(week, site.rhythm().draw(random));
    boolean found = Kinds.foundLater(category) && random.nextDouble() < 0.55;
    Instant to = at;
    if (found) {
      to = at.plus(Duration.ofMinutes(180 + 15L * random.nextInt(48)));
      to = to.isBefore(week.end()) ? to : week.end().minusSeconds(300);
      to = to.isBefore(at) ? at : to;
    }
    Instant received = received(to, found, random);
    String precision = spot.named() ? "EXACT" : random.nextDouble() < 0.85 ? "ADDRESS" : "STREET";
    boolean coarse = !planted && random.nextDouble() < 0.03;
    Fate fate = !planted && random.nextDouble() < 0.02 ? Fate.DISMISSED : Fate.PASSED;
    sightings.add(new Sighting(
        id(received, random),
        week,
        at,
        to,
        received,
        spot.easting(),
        spot.northing(),
        coarse ? "AREA" : precision,
        spot.area(),
        coarse ? spot.area() : spot.label(),
        category,
        Kinds.suspected(category),
        1 + (int) Math.min(2, random.nextPoisson(0.5)),
        texts.draw(category, random),
        party,
        squad,
        reporter(squad, ago, random),
        fate,
        sharing(party, category, planted, random),
        -1));
  }

  /** Some incidents are seen by two: the second report becomes a source of the first's incident. */
  private void witness(int first, int ago, SeededRandom random, Silence silence) {
    int end = sightings.size();
    for (int i = first; i < end; i++) {
      Sighting seen = sightings.get(i);
      boolean twice = seen.fate() == Fate.PASSED
          && !seen.precision().equals("AREA")
          && random.nextDouble() < 0.06;
      Site around = twice ? ground.siteOf(seen) : null;
      Party other = around == null ? null : seer(around, ago, random, silence, false);
      if (other == null || other.id().equals(seen.party().id())) {
        continue;
      }
      Squad squad = squad(other, seen.area(), ago, random);
      if (squad != null) {
        Instant received = seen.receivedAt().plusSeconds(60L * (5 + random.nextInt(90)));
        sightings.add(new Sighting(
            id(received, random),
            seen.week(),
            seen.from(),
            seen.to(),
            before(received),
            seen.easting(),
            seen.northing(),
            seen.precision(),
            seen.area(),
            seen.placeLabel(),
            seen.category(),
            seen.suspected(),
            seen.severity(),
            null,
            other,
            squad,
            reporter(squad, ago, random),
            Fate.PASSED,
            sharing(other, seen.category(), true, random),
            i));
      }
    }
  }

  private void answer(int first, int ago, SeededRandom random, Silence silence) {
    IsoWeek week = last.plus(-ago);
    Map<UUID, Integer> reports = new HashMap<>();
    sightings
        .subList(first, sightings.size())
        .forEach(seen -> reports.merge(seen.squad().id(), 1, Integer::sum));
    for (Party party : cast.parties()) {
      for (Squad squad : party.squads()) {
        int count = reports.getOrDefault(squad.id(), 0);
        boolean began = squad.weeksAgo() >= ago;
        if (began && (count > 0 || silence.answers(party.name(), squad.name(), count))) {
          Instant at = before(at(week, 6 * 1440 + 600 + random.nextInt(600)));
          answers.add(new Answer(
              party,
              squad,
              week,
              count,
              count > 0 ? null : id(at, random),
              reporter(squad, ago, random),
              at));
        }
      }
    }
  }

  private @Nullable Party seer(
      Site site, int ago, SeededRandom random, Silence silence, boolean certainly) {
    for (int attempt = 0; attempt < (certainly ? 40 : 1); attempt++) {
      String name = Draw.of(site.seers(), random);
      Party party = cast.parties().stream()
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElse(null);
      boolean began =
          party != null && party.squads().stream().anyMatch(squad -> squad.weeksAgo() >= ago);
      if (began && silence.speaks(name)) {
        return party;
      }
    }
    return null;
  }

  private static @Nullable Squad squad(Party party, String area, int ago, SeededRandom random) {
    List<Squad> able = party.squads().stream()
        .filter(squad -> squad.weeksAgo() >= ago && squad.covers(area))
        .filter(squad -> !squad.name().startsWith("Trygghetsvärdar"))
        .toList();
    return able.isEmpty() ? null : able.get(random.nextInt(able.size()));
  }

  /** Those of a unit who had begun by then: the first from the start, the others one after the other. */
  private static UUID reporter(Squad squad, int ago, SeededRandom random) {
    double since = squad.weeksAgo() == 0 ? 1 : (squad.weeksAgo() - ago) / (double) squad.weeksAgo();
    int active = Math.max(1, (int) Math.ceil(squad.reporters().size() * (0.4 + 0.6 * since)));
    return squad
        .reporters()
        .get(random.nextInt(Math.min(active, squad.reporters().size())));
  }

  private static String sharing(
      Party party, String category, boolean planted, SeededRandom random) {
    double chance = random.nextDouble();
    if (Kinds.coarseOnly(category)) {
      return "COARSE";
    }
    if (party.kind().passesItsOwn() && !planted) {
      boolean police = party.name().startsWith("Polisen");
      return chance < (police ? 0.5 : 0.25) ? "COARSE" : "GROUP";
    }
    return chance < 0.2 ? "GROUP_TEXT" : "GROUP";
  }

  private Instant received(Instant to, boolean found, SeededRandom random) {
    long minutes = random.nextDouble() < 0.7 ? 2 + random.nextInt(25) : 60 + random.nextInt(600);
    return before(to.plusSeconds(60 * (found ? Math.min(minutes, 90) : minutes)));
  }

  private Instant before(Instant at) {
    return at.isBefore(now) ? at : now.minusSeconds(60);
  }

  static Instant at(IsoWeek week, int minute) {
    LocalDate day = week.monday().plusDays(minute / 1440);
    return day.atTime(minute % 1440 / 60, minute % 60).atZone(IsoWeek.ZONE).toInstant();
  }

  /** Version 7, from the moment and the seed. */
  static UUID id(Instant at, SeededRandom random) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    return new UUID(high, (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
  }
}
