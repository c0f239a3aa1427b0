package se.samlad.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.EffectDesign;
import se.samlad.analysis.effect.Verdict;
import se.samlad.analysis.effect.WeeklySpread;
import se.samlad.demo.Demo;
import se.samlad.demo.Stories;
import se.samlad.demo.history.Chronicle.Fate;
import se.samlad.demo.history.Chronicle.Sighting;
import se.samlad.demo.people.CastForTests;
import se.samlad.demo.town.Town;
import se.samlad.demo.town.TownGenerator;
import se.samlad.ground.calendar.IsoWeek;

/** The planted stories, told by the analysis itself: the words it gives are the words the demo promises. */
class StoriesTest {

  private static final Town TOWN = TownGenerator.draw(Demo.SEED);
  private static final IsoWeek LAST = new IsoWeek(2026, 47);
  private static final Chronicle CHRONICLE = chronicle(LAST);

  /** The cells of Torget and the bus station, Lindskolan, Parkgaraget Norra: clear, likely, unsure. */
  private static final String HOTSPOTS = """
      478000 6514000 CLEAR
      479000 6514250 LIKELY
      478000 6514500 UNCERTAIN
      """;

  @ParameterizedTest
  @ValueSource(strings = {"2026-W47", "2027-W08", "2027-W21", "2027-W34"})
  void threeHotspotsStandOutInAnySeasonWithEachWordOfCertainty(String week) {
    IsoWeek last = IsoWeek.parse(week).orElseThrow();
    Chronicle chronicle = chronicle(last);
    assertThat(rendered(hotspots(chronicle, last, false))).startsWith(HOTSPOTS);
    assertThat(rendered(hotspots(chronicle, last, true))).startsWith(HOTSPOTS);
  }

  @Test
  void torgetHasGrownForFourWeeks() {
    HotspotTest.Cell torget =
        hotspots(CHRONICLE, LAST, false).values().iterator().next();
    assertThat(torget.count()).isEqualTo(43);
    assertThat(torget.upper()).isLessThan(15);
    int[] weeks = new int[4];
    CHRONICLE.sightings().stream()
        .filter(seen -> seen.witnessOf() < 0 && cell(seen).equals("478000 6514000"))
        .filter(seen -> seen.week().until(LAST) < 4)
        .forEach(seen -> weeks[3 - seen.week().until(LAST)]++);
    assertThat(weeks).isSorted();
  }

  @Test
  void lightsInTheTunnelHelpedAndNothingMovedVisibly() {
    Verdict verdict = verdict(CHRONICLE, LAST, Sites.TUNNEL, Sites.TUNNEL_CONTROL, Stories.LIGHTS);
    assertThat(verdict.effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(verdict.movement()).isInstanceOf(Verdict.Movement.NoVisibleMove.class);
    assertThat(verdict.effectCertainty()).isEqualTo(Certainty.CLEAR);
    assertThat(verdict.movementCertainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void theClosedParkingMovedTheProblem() {
    Verdict verdict =
        verdict(CHRONICLE, LAST, Sites.PARKING, Sites.PARKING_CONTROL, Stories.CLOSED);
    assertThat(verdict.effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(verdict.movement()).isInstanceOf(Verdict.Movement.Moved.class);
    assertThat(verdict.movementCertainty()).isEqualTo(Certainty.CLEAR);
  }

  @Test
  void reportsInÅbrinkenGrowBecauseMoreReport() {
    Predicate<Sighting> reportedBefore = seen -> !seen.squad().name().startsWith("Trygghetsvärdar");
    double all =
        count("Åbrinken", 37, 12, seen -> true) / (double) count("Åbrinken", 64, 39, seen -> true);
    double same = count("Åbrinken", 37, 12, reportedBefore)
        / (double) count("Åbrinken", 64, 39, reportedBefore);
    assertThat(all).isGreaterThan(1.25);
    assertThat(same).isBetween(0.75, 1.2);
  }

  @Test
  void theSameWeekGivesTheSameHistory() {
    Chronicle again = chronicle(LAST);
    assertThat(again.sightings().stream()
            .map(Sighting::id)
            .toList()
            .equals(CHRONICLE.sightings().stream().map(Sighting::id).toList()))
        .isTrue();
    assertThat(again.crimes().equals(CHRONICLE.crimes())).isTrue();
  }

  @Test
  void countsAreThoseOfATownWhereReportingGrows() {
    assertThat(perWeek(0)).isBetween(42, 62);
    assertThat(mean(11, 0)).isBetween(26.0, 42.0);
    assertThat(mean(155, 144)).isBetween(6.0, 22.0);
    assertThat(CHRONICLE.crimes().size()).isBetween(3_000, 5_500);
    assertThat(CHRONICLE.sightings().stream().filter(seen -> seen.fate() == Fate.NEW))
        .hasSize(12);
  }

  private static Chronicle chronicle(IsoWeek last) {
    Instant now = last.end().plusSeconds(3 * 86_400 + 36_000);
    return Historian.lindesta(TOWN, CastForTests.lindesta(TOWN), last, now, Demo.SEED);
  }

  private static Map<String, HotspotTest.Cell> hotspots(
      Chronicle chronicle, IsoWeek last, boolean coordinator) {
    Map<String, int[]> windows = new LinkedHashMap<>();
    for (Sighting seen : incidents(chronicle)) {
      int window = seen.week().until(last) / 4;
      boolean told = coordinator || !seen.sharing().equals("COARSE");
      if (window < 14 && told && !seen.precision().equals("AREA")) {
        windows.computeIfAbsent(cell(seen), key -> new int[14])[window]++;
      }
    }
    List<String> cells = new ArrayList<>(windows.keySet());
    int[] now = cells.stream().mapToInt(cell -> windows.get(cell)[0]).toArray();
    int[][] past = cells.stream()
        .map(cell -> Arrays.copyOfRange(windows.get(cell), 1, 14))
        .toArray(int[][]::new);
    Map<String, HotspotTest.Cell> found = new LinkedHashMap<>();
    HotspotTest.run(now, past).hotspots().stream()
        .sorted(Comparator.comparingInt(HotspotTest.Cell::count).reversed())
        .forEach(hotspot -> found.put(cells.get(hotspot.index()), hotspot));
    return found;
  }

  private static Verdict verdict(
      Chronicle chronicle, IsoWeek last, Sites.Circle target, Sites.Circle control, int measure) {
    int[][] weeks = new int[8][Sites.COMPARED];
    for (Sighting seen : incidents(chronicle)) {
      int ago = seen.week().until(last);
      int after = measure - 1 - ago;
      int before = ago - measure - 1;
      boolean isAfter = after >= 0 && after < Sites.COMPARED;
      if (isAfter || before >= 0 && before < Sites.COMPARED) {
        int row = row(seen, target, control);
        if (row >= 0) {
          weeks[2 * row + (isAfter ? 1 : 0)][isAfter ? after : before]++;
        }
      }
    }
    double[] sums =
        Arrays.stream(weeks).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    EffectDesign design = EffectDesign.ownControls(
        BeforeAfter.of(sums[0], sums[1]),
        BeforeAfter.of(sums[4], sums[5]),
        BeforeAfter.of(sums[2], sums[3]),
        BeforeAfter.of(sums[6], sums[7]));
    return Verdict.of(
        design, Verdict.Parameters.defaults(Sites.COMPARED).withSpread(WeeklySpread.of(weeks)));
  }

  /** Target, buffer, control, control's buffer; -1 for elsewhere. */
  private static int row(Sighting seen, Sites.Circle target, Sites.Circle control) {
    double toTarget = away(seen, target);
    double toControl = away(seen, control);
    if (toTarget <= Sites.BUFFER_METERS) {
      return toTarget <= Sites.TARGET_METERS ? 0 : 1;
    }
    return toControl <= Sites.BUFFER_METERS ? toControl <= Sites.TARGET_METERS ? 2 : 3 : -1;
  }

  private static double away(Sighting seen, Sites.Circle circle) {
    return Math.hypot(
        seen.easting() - TownGenerator.EASTING - circle.x(),
        seen.northing() - TownGenerator.NORTHING - circle.y());
  }

  private static List<Sighting> incidents(Chronicle chronicle) {
    return chronicle.sightings().stream()
        .filter(seen -> seen.witnessOf() < 0 && seen.fate() == Fate.PASSED)
        .toList();
  }

  private static String cell(Sighting seen) {
    return String.format(
        Locale.ROOT,
        "%d %d",
        250 * (long) Math.floor(seen.easting() / 250),
        250 * (long) Math.floor(seen.northing() / 250));
  }

  private static String rendered(Map<String, HotspotTest.Cell> hotspots) {
    StringBuilder text = new StringBuilder();
    hotspots.forEach(
        (cell, it) -> text.append(String.format(Locale.ROOT, "%s %s\n", cell, it.certainty())));
    return text.toString();
  }

  private static long count(String area, int oldest, int newest, Predicate<Sighting> which) {
    return incidents(CHRONICLE).stream()
        .filter(seen -> seen.area().equals(area) && within(seen.week(), oldest, newest))
        .filter(which)
        .count();
  }

  private static boolean within(IsoWeek week, int oldest, int newest) {
    int ago = week.until(LAST);
    return ago <= oldest && ago >= newest;
  }

  private static int perWeek(int ago) {
    return (int) CHRONICLE.sightings().stream()
        .filter(seen -> seen.witnessOf() < 0 && seen.week().until(LAST) == ago)
        .count();
  }

  private static double mean(int oldest, int newest) {
    double sum = 0;
    for (int ago = newest; ago <= oldest; ago++) {
      sum += perWeek(ago);
    }
    return sum / (oldest - newest + 1);
  }
}
