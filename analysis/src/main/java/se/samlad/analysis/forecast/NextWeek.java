package se.samlad.analysis.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Which cells are likely to see most next week, and how far can such a list be trusted (Swedish: nästa vecka)?
 *
 * <p>A ranking and the plain count are shown side by side, each with what it hit when the same was asked in the weeks
 * before: a forecast never comes without its measured accuracy. Each week of that test is ranked from the days before it
 * alone, in cells fixed beforehand.
 *
 * <p>Cells are flagged from the highest score down, ties in the order of the study area. The ranking is preferred to the
 * plain count only if, of the events that just one of them hit, it has so many more that chance would give it in less than
 * one case in twenty (exact sign test); otherwise the plain count stands, being simpler.
 *
 * <p>Edges: weeks before the history is long enough for both rankings are not tested, and if none is left the forecast is
 * refused ({@link HistoryTooShort}). Tested weeks without any event count as weeks and hit nothing.
 *
 * <p>Cost: tested weeks x the cost of both rankings.
 *
 * <p>Source: the comparison with last year's count follows what was found on the data of the NIJ forecasting challenge of
 * 2017; PAI and PEI as in {@link ForecastAccuracy}; the test is McNemar's (1947), Psychometrika 12:153-157, in exact form.
 */
public final class NextWeek {

  private static final double LEVEL = 0.05;

  private final Ranking ranking;
  private final Ranking.PlainCount plain;
  private final int flagged;
  private final int weeksToTest;

  /** A ranking beside a plain count, flagging so many cells, tested on so many weeks back. */
  public NextWeek(Ranking ranking, Ranking.PlainCount plain, int flagged, int weeksToTest) {
    if (flagged < 1 || weeksToTest < 1) {
      throw new IllegalArgumentException("%d cells flagged, %d weeks tested: at least one of each"
          .formatted(flagged, weeksToTest));
    }
    this.ranking = ranking;
    this.plain = plain;
    this.flagged = flagged;
    this.weeksToTest = weeksToTest;
  }

  /** Ten cells, a half-life of eight weeks beside last year's count, tested on the last 26 weeks. */
  public static Result of(CellHistory history, LocalDate day) {
    return new NextWeek(new Ranking.FadingCount(365, 56), Ranking.PlainCount.YEAR, 10, 26)
        .forecast(history, day);
  }

  /** The forecast for the seven days from {@code day} on. */
  public Result forecast(CellHistory history, LocalDate day) {
    if (flagged > history.area().size()) {
      throw new IllegalArgumentException("%d cells to flag in a study area of %d"
          .formatted(flagged, history.area().size()));
    }
    List<TestedWeek> tested = backTest(history, day);
    if (tested.isEmpty()) {
      throw new HistoryTooShort(Math.max(ranking.days(), plain.days()) + 7);
    }
    return new Result(
        day,
        history.area(),
        history.size(),
        history.outside(),
        ranking,
        plain,
        top(ranking.scores(history, day)),
        top(plain.scores(history, day)),
        tested);
  }

  /** For every cell of the ranking's list the share of draws of the history, each event as a count about one, that flag it too. */
  public List<Stability> stability(
      Result result, CellHistory history, Stability.Parameters how, Progress progress) {
    List<Scored> flaggedCells = result.byRanking();
    return Stability.ofEach(flaggedCells.size(), how, progress, () -> (random, same) -> {
      List<Scored> again = top(ranking.scores(history.redrawn(random), result.day()));
      for (int i = 0; i < same.length; i++) {
        int cell = flaggedCells.get(i).cell();
        same[i] = again.stream().anyMatch(each -> each.cell() == cell);
      }
    });
  }

  private List<TestedWeek> backTest(CellHistory history, LocalDate day) {
    List<TestedWeek> tested = new ArrayList<>();
    int longest = Math.max(ranking.days(), plain.days());
    for (int back = weeksToTest; back >= 1; back--) {
      LocalDate start = day.minusWeeks(back);
      if (history.size() > 0 && !start.minusDays(longest).isBefore(history.firstDay())) {
        tested.add(test(history, start));
      }
    }
    return tested;
  }

  private TestedWeek test(CellHistory history, LocalDate start) {
    List<Scored> byRanking = top(ranking.scores(history, start));
    List<Scored> byPlain = top(plain.scores(history, start));
    double[] happened = history.counts(start, start.plusDays(7));
    int events = 0;
    for (double count : happened) {
      events += (int) count;
    }
    double[] sorted = happened.clone();
    Arrays.sort(sorted);
    int best = 0;
    for (int i = 0; i < flagged; i++) {
      best += (int) sorted[sorted.length - 1 - i];
    }
    List<Scored> both = byRanking.stream()
        .filter(one -> byPlain.stream().anyMatch(other -> other.cell() == one.cell()))
        .toList();
    return new TestedWeek(
        start,
        events,
        hits(byRanking, happened),
        hits(byPlain, happened),
        hits(both, happened),
        best);
  }

  private static int hits(List<Scored> cells, double[] happened) {
    int hits = 0;
    for (Scored cell : cells) {
      hits += (int) happened[cell.cell()];
    }
    return hits;
  }

  private List<Scored> top(double[] scores) {
    return IntStream.range(0, scores.length)
        .mapToObj(cell -> new Scored(cell, scores[cell]))
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::cell))
        .limit(flagged)
        .toList();
  }

  /** A cell, by its place in the study area, and its score. */
  public record Scored(int cell, double score) {}

  /**
   * One week that had already passed.
   *
   * @param events in the study area
   * @param hits of the ranking
   * @param plainHits of the plain count
   * @param sharedHits in cells that both flagged
   * @param bestHits that as many cells could have hit at most
   */
  public record TestedWeek(
      LocalDate start, int events, int hits, int plainHits, int sharedHits, int bestHits) {}

  /** Hits over a number of weeks; PAI and PEI are NaN when there was nothing to hit. */
  public record Accuracy(int events, int hits, double pai, double pei) {}

  /**
   * The two lists and what lists like them were worth.
   *
   * @param n events in the history
   * @param outside those of them outside the study area
   */
  public record Result(
      LocalDate day,
      StudyArea area,
      int n,
      int outside,
      Ranking ranking,
      Ranking.PlainCount plain,
      List<Scored> byRanking,
      List<Scored> byPlainCount,
      List<TestedWeek> tested) {

    public Accuracy accuracy() {
      return accuracy(tested.stream().mapToInt(TestedWeek::hits).sum());
    }

    public Accuracy plainAccuracy() {
      return accuracy(tested.stream().mapToInt(TestedWeek::plainHits).sum());
    }

    /** The chance of as many hits of its own, or more, if the ranking were no better than the plain count. */
    public double pValue() {
      int own =
          tested.stream().mapToInt(week -> week.hits() - week.sharedHits()).sum();
      int others =
          tested.stream().mapToInt(week -> week.plainHits() - week.sharedHits()).sum();
      return SignTest.upperTail(own, own + others);
    }

    /** Whether the ranking has shown itself better than the plain count. */
    public boolean rankingPreferred() {
      return pValue() < LEVEL;
    }

    private Accuracy accuracy(int hits) {
      int events = tested.stream().mapToInt(TestedWeek::events).sum();
      int best = tested.stream().mapToInt(TestedWeek::bestHits).sum();
      double ground = (double) byRanking.size() / area.size();
      return new Accuracy(events, hits, (double) hits / events / ground, (double) hits / best);
    }
  }

  /** The history does not reach far enough back to measure any forecast. */
  public static final class HistoryTooShort extends IllegalArgumentException {
    HistoryTooShort(int days) {
      super("No week can be tested: that takes events from at least %d days back".formatted(days));
    }
  }
}
