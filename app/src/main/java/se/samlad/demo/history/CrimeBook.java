package se.samlad.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.history.Chronicle.Crime;
import se.samlad.demo.town.Town;
import se.samlad.ground.calendar.IsoWeek;

/** Recorded crime: some where much is reported, more all over town; recorded days after it happened. */
final class CrimeBook {

  private static final List<Site.Weighted> CODES = Site.weighted(
      "0356 6, 0357 4, 0412 9, 0661 2, 0801 10, 0804 16, 0826 8, 0831 3, 0840 14, 1201 10, 1203 11, 1204 12, 1210 2, 1211 1, 1701 2, 5010 3, 5011 12");
  private static final Map<String, Rhythm> RHYTHMS = Map.of(
      "0840",
      Rhythm.DAY,
      "0356",
      Rhythm.NIGHT,
      "0357",
      Rhythm.NIGHT,
      "0661",
      Rhythm.NIGHT,
      "1701",
      Rhythm.NIGHT,
      "0831",
      Rhythm.SCHOOL);

  private final List<Town.Spot> addresses;
  private final Ground ground;
  private final IsoWeek last;
  private final Instant now;
  private final SeededRandom random;

  CrimeBook(Town town, Ground ground, IsoWeek last, Instant now, SeededRandom random) {
    this.addresses =
        town.spots().stream().filter(spot -> spot.kind().equals("ADDRESS")).toList();
    this.ground = ground;
    this.last = last;
    this.now = now;
    this.random = random;
  }

  List<Crime> write(int weeks, double perWeek) {
    List<Crime> crimes = new ArrayList<>();
    for (int ago = weeks - 1; ago >= 0; ago--) {
      IsoWeek week = last.plus(-ago);
      double season = 1 + 0.14 * StrictMath.cos(2 * Math.PI * (week.week() - 26) / 52.0);
      long count = random.nextNegativeBinomial(perWeek * season, 0.02);
      for (int i = 0; i < count; i++) {
        crimes.add(crime(week));
      }
    }
    return crimes;
  }

  private Crime crime(IsoWeek week) {
    String code = Draw.of(CODES, random);
    Instant from = Historian.at(week, RHYTHMS.getOrDefault(code, Rhythm.EVENING).draw(random));
    boolean interval = code.startsWith("08") || code.startsWith("12");
    Instant to = interval ? from.plus(Duration.ofMinutes(30L * (1 + random.nextInt(40)))) : from;
    LocalDate today = now.atZone(IsoWeek.ZONE).toLocalDate();
    LocalDate day = from.atZone(IsoWeek.ZONE).toLocalDate();
    LocalDate recorded = day.plusDays(
        random.nextPoisson(1.5) + (random.nextDouble() < 0.15 ? random.nextInt(20) : 0));
    Ground.Spot spot = random.nextDouble() < 0.45 ? atSite() : anywhere();
    boolean nowhere = random.nextDouble() < 0.04;
    return new Crime(
        Historian.id(from, random),
        code,
        random.nextDouble() < 0.95 ? 1 : 2 + random.nextInt(2),
        nowhere ? null : spot.area(),
        recorded.isAfter(today) ? today : recorded,
        from,
        to,
        random.nextDouble() < 0.2,
        spot.label().replaceAll(",.*| [0-9]+$", ""),
        spot.easting(),
        spot.northing());
  }

  private Ground.Spot atSite() {
    Site site = Sites.LINDESTA.get(random.nextInt(Sites.LINDESTA.size()));
    return ground.within(site, random);
  }

  private Ground.Spot anywhere() {
    Town.Spot address = addresses.get(random.nextInt(addresses.size()));
    return ground.spot(address.easting(), address.northing());
  }
}
