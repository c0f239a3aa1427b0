package se.samlad.situation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import se.samlad.situation.PictureFigures.Action;
import se.samlad.situation.PictureFigures.Actions;
import se.samlad.situation.PictureFigures.Answers;
import se.samlad.situation.PictureFigures.Coming;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Hours;
import se.samlad.situation.PictureFigures.Peak;
import se.samlad.situation.PictureFigures.Spot;
import se.samlad.situation.PictureFigures.Spots;
import se.samlad.support.TestTown;

/** Figures made up for tests: week 47 with as many hotspots as asked for. */
public final class SampleFigures {

  private static final List<String> PLACES = List.of(
      "Torget–busstationen",
      "Lindskolan",
      "Parkgaraget Norra",
      "Badhusparken vid stora scenen",
      "Gångtunneln under järnvägen");
  private static final List<String> CERTAINTIES =
      List.of("CLEAR", "CLEAR", "UNCERTAIN", "LIKELY", "UNCERTAIN");
  private static final UUID ID = new UUID(1, 1);

  private SampleFigures() {}

  public static PictureFigures withHotspots(int hotspots, int measures) {
    int[][] hours = hours();
    return new PictureFigures(
        PictureFigures.METHOD,
        Instant.parse("2026-11-24T07:30:00Z"),
        "group:" + ID,
        "2026-v47",
        new Count(48, 21, 45, 0.9, 9, 9, 12),
        39,
        31,
        new Spots(
            ID,
            "READY",
            IntStream.range(0, hotspots).mapToObj(SampleFigures::spot).toList(),
            1,
            Math.max(0, hotspots - 1),
            1),
        new Hours("44", "47", hours, DensestHours.of(hours, 5)),
        new Answers(9, 12, 2, List.of("Hemtjänst Söder", "Centrumhandeln", "Gymnasiet"), 12, 12),
        new Actions(
            7, 1, IntStream.range(0, measures).mapToObj(SampleFigures::action).toList()),
        List.of(
            new Coming(LocalDate.of(2026, 11, 25), "", "löning"),
            new Coming(LocalDate.of(2026, 11, 28), "kl. 15.00", "derby i ishallen")));
  }

  /** A week in which nobody answered and nothing came. */
  public static PictureFigures silent() {
    return new PictureFigures(
        PictureFigures.METHOD,
        Instant.parse("2026-11-24T07:30:00Z"),
        "group:" + ID,
        "2026-v47",
        new Count(0, null, null, null, 0, 0, 12),
        0,
        null,
        new Spots(ID, "INSUFFICIENT", List.of(), 0, 0, 0),
        new Hours("44", "47", new int[7][24], Peak.none()),
        new Answers(0, 12, 0, List.of("Polisen", "Bostäder"), 0, 12),
        new Actions(0, 0, List.of()),
        List.of());
  }

  private static Spot spot(int i) {
    double e = TestTown.EASTING + 200 + i * 300;
    double n = TestTown.NORTHING + 300 + (i % 3) * 350;
    String outline = String.format(
        Locale.ROOT,
        "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
        e,
        n,
        e + 250,
        n + 250);
    return new Spot(
        new UUID(2, i),
        i + 1,
        PLACES.get(i),
        new Count(14 - 2 * i, 3, 8, 0.9, 4, 9, 12),
        CERTAINTIES.get(i),
        List.of("Samlingar", "Skadegörelse"),
        i == 2
            ? Peak.none()
            : new Peak(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), 19, 23, 9),
        outline);
  }

  private static Action action(int i) {
    return new Action(
        new UUID(3, i),
        List.of(
                "Kvällsbelysning vid busstationen",
                "Sanera gymnastiksalen, Lindskolan",
                "Dialog med föräldrar i åk 8–9")
            .get(i % 3),
        List.of("Lindesta Fastigheter", "Gata och park", "Grundskolan").get(i % 3),
        LocalDate.of(2026, 12, 3).plusDays(i),
        i % 2 == 0 ? "ONGOING" : "COMMITTED",
        i == 1);
  }

  private static int[][] hours() {
    int[][] counts = new int[7][24];
    for (int day = 0; day < 7; day++) {
      for (int hour = 12; hour < 24; hour++) {
        counts[day][hour] = (day * 5 + hour * 3) % 4 == 0 ? 2 : hour % 2;
      }
    }
    for (int day : Set.of(4, 5)) {
      for (int hour = 19; hour < 23; hour++) {
        counts[day][hour] = 5;
      }
    }
    return counts;
  }
}
