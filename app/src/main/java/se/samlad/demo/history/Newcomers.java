package se.samlad.demo.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.history.Chronicle.Fate;
import se.samlad.demo.history.Chronicle.Sighting;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.Cast.Squad;
import se.samlad.demo.town.TownGenerator;
import se.samlad.ground.calendar.IsoWeek;

/** The twelve reports of the last week that nobody has looked at yet; two have a text that may point somebody out. */
final class Newcomers {

  private record Waiting(
      DayOfWeek day,
      int fromMinute,
      int toMinute,
      String category,
      double x,
      double y,
      String organisation,
      @Nullable String text) {}

  private static final List<Waiting> WAITING = List.of(
      waits(
          DayOfWeek.SATURDAY,
          2140,
          2140,
          "SKADEGORELSE",
          170,
          66,
          "Lindesta Bevakning",
          "Tre rutor krossade på väntkur B. En grupp om cirka sex ungdomar gick mot Torget när vi kom."),
      waits(
          DayOfWeek.SATURDAY,
          2115,
          2115,
          "SAMLING",
          168,
          64,
          "Lindesta Bevakning",
          "Samling i väntkuren, resenärer väntar utanför i regnet."),
      waits(DayOfWeek.SATURDAY, 2030, 2030, "SAMLING", 92, 190, "Lindesta Bostäder", null),
      waits(
          DayOfWeek.SATURDAY,
          1610,
          1610,
          "OTRYGG_PLATS",
          -643,
          -100,
          "Gata och park",
          "Två lampor tända av fyra på södra sidan."),
      waits(
          DayOfWeek.SATURDAY,
          210,
          600,
          "KLOTTER",
          1138,
          327,
          "Grundskolan",
          "Klotter över hela gaveln, signerat av någon som kallas Räven."),
      waits(DayOfWeek.FRIDAY, 2205, 2205, "BUSKORNING", 790, 318, "Polisen, lokalområde", null),
      waits(
          DayOfWeek.FRIDAY,
          2150,
          2150,
          "SKADEGORELSE",
          118,
          52,
          "Kollektivtrafiken",
          "Rutan i väntkur A spräckt, avspärrad med tejp."),
      waits(
          DayOfWeek.FRIDAY,
          1940,
          1940,
          "NARKOTIKA",
          196,
          618,
          "Lindesta Bevakning",
          "Snabba möten vid trappan, dörren mot lgh 1102 i grannhuset stod öppen."),
      waits(
          DayOfWeek.FRIDAY,
          1830,
          1830,
          "SAMLING",
          1103,
          414,
          "Fritid och fältgrupp",
          "Samling på baksidan, vi stannade en halvtimme."),
      waits(DayOfWeek.THURSDAY, 2315, 2315, "VALD_HOT", -40, 553, "Polisen, lokalområde", null),
      waits(
          DayOfWeek.THURSDAY,
          1700,
          1700,
          "OTRYGG_PLATS",
          -322,
          330,
          "Gata och park",
          "Buskarna skymmer hela kurvan, man ser inte vem som möter."),
      waits(
          DayOfWeek.WEDNESDAY,
          715,
          715,
          "SKADEGORELSE",
          1083,
          357,
          "Grundskolan",
          "Dörrglaset vid entré A är krossat."));

  private Newcomers() {}

  static List<Sighting> of(
      Cast cast, IsoWeek last, Instant now, Ground ground, SeededRandom random) {
    List<Sighting> fresh = new ArrayList<>();
    for (Waiting waiting : WAITING) {
      Party party = cast.party(waiting.organisation());
      Squad squad = party.squads().getFirst();
      int day = waiting.day().getValue() - 1;
      Instant from = Historian.at(last, day * 1440 + minute(waiting.fromMinute()));
      Instant to = Historian.at(last, day * 1440 + minute(waiting.toMinute()));
      Instant received = to.plusSeconds(60L * (3 + random.nextInt(12)));
      Ground.Spot spot =
          ground.spot(TownGenerator.EASTING + waiting.x(), TownGenerator.NORTHING + waiting.y());
      fresh.add(new Sighting(
          Historian.id(received, random),
          last,
          from,
          to,
          received.isBefore(now) ? received : now.minusSeconds(60),
          spot.easting(),
          spot.northing(),
          spot.named() ? "EXACT" : "ADDRESS",
          spot.area(),
          spot.label(),
          waiting.category(),
          Kinds.suspected(waiting.category()),
          2,
          waiting.text(),
          party,
          squad,
          squad.reporters().get(random.nextInt(squad.reporters().size())),
          Fate.NEW,
          party.kind().passesItsOwn() ? "COARSE" : "GROUP",
          -1));
    }
    return fresh;
  }

  /** 2140 is twenty to ten in the evening. */
  private static int minute(int clock) {
    return clock / 100 * 60 + clock % 100;
  }

  private static Waiting waits(
      DayOfWeek day,
      int from,
      int to,
      String category,
      double x,
      double y,
      String organisation,
      @Nullable String text) {
    return new Waiting(day, from, to, category, x, y, organisation, text);
  }
}
