package se.samlad.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import se.samlad.analysis.aberration.ExpectedCount;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.insight.jdbc.FigureStore.GroupWeek;

/** Weekly counts by category group, and what they let expect: a period against the 13 equally long ones before it that have data. */
final class WeekCounts {

  /** Past periods a count is read against; fewer than six tell nothing. */
  static final int PERIODS = 13;

  static final int LEAST_PERIODS = 6;
  static final double LEVEL = 0.90;

  private static final String ALL = "";
  private static final ExpectedCount.Parameters PARAMETERS =
      ExpectedCount.Parameters.defaults().withMinimumPeriods(LEAST_PERIODS).withDraws(0);

  private final Map<String, Map<IsoWeek, Integer>> counts = new HashMap<>();
  private final Map<IsoWeek, Integer> unreviewed = new HashMap<>();
  private final Set<IsoWeek> heard;
  private final Optional<IsoWeek> beginning;

  WeekCounts(List<GroupWeek> rows, Set<IsoWeek> answered) {
    heard = new HashSet<>(answered);
    for (GroupWeek row : rows) {
      IsoWeek week = IsoWeek.of(row.week());
      heard.add(week);
      for (String group : Set.copyOf(List.of(ALL, row.categoryGroup()))) {
        counts
            .computeIfAbsent(group, any -> new HashMap<>())
            .merge(week, row.count(), Integer::sum);
      }
      unreviewed.merge(week, row.unreviewed(), Integer::sum);
    }
    beginning = heard.stream().min(java.util.Comparator.naturalOrder());
  }

  /** Counts of one place, without categories. */
  static WeekCounts of(Map<IsoWeek, Integer> weeks, Set<IsoWeek> heard) {
    List<GroupWeek> rows = weeks.entrySet().stream()
        .map(entry -> new GroupWeek(entry.getKey().monday(), ALL, entry.getValue(), 0))
        .toList();
    return new WeekCounts(rows, heard);
  }

  Set<String> groups() {
    Set<String> groups = new TreeSet<>(counts.keySet());
    groups.remove(ALL);
    return groups;
  }

  int total(IsoWeek last, int weeks) {
    return of(ALL, last, weeks);
  }

  int of(String group, IsoWeek last, int weeks) {
    return sum(counts.getOrDefault(group, Map.of()), last, weeks);
  }

  int unreviewed(IsoWeek last, int weeks) {
    return sum(unreviewed, last, weeks);
  }

  /** The count of a period if anything was heard in it from the beginning on. */
  OptionalInt totalIfHeard(IsoWeek last, int weeks) {
    return hasData(last, weeks) ? OptionalInt.of(total(last, weeks)) : OptionalInt.empty();
  }

  Optional<Figure.Expected> expected(IsoWeek last, int weeks) {
    return expected(counts.getOrDefault(ALL, Map.of()), last, weeks, PARAMETERS);
  }

  /** A group's interval; how much more than chance counts vary is told from all groups together, as one alone tells little. */
  Optional<Figure.Expected> expected(String group, IsoWeek last, int weeks) {
    int[][] rows = groups().stream()
        .map(each -> past(counts.getOrDefault(each, Map.of()), last, weeks))
        .toArray(int[][]::new);
    Map<IsoWeek, Integer> series = counts.getOrDefault(group, Map.of());
    return figure(ExpectedCount.of(
        sum(series, last, weeks),
        past(series, last, weeks),
        PooledDispersion.of(rows),
        PARAMETERS));
  }

  /** Weeks oldest first, each against the weeks before it. */
  List<WeekPoint> series(IsoWeek last, int weeks, Answers answers, Answers.Reach reach) {
    Map<IsoWeek, Integer> all = counts.getOrDefault(ALL, Map.of());
    return series(last, weeks, answers, reach, week -> expected(all, week, 1, PARAMETERS));
  }

  /** As {@link #series(IsoWeek, int, Answers, Answers.Reach)}, with the dispersion of many places, of which this is one. */
  List<WeekPoint> series(
      IsoWeek last, int weeks, Answers answers, Answers.Reach reach, PooledDispersion pooled) {
    Map<IsoWeek, Integer> all = counts.getOrDefault(ALL, Map.of());
    return series(
        last,
        weeks,
        answers,
        reach,
        week ->
            figure(ExpectedCount.of(sum(all, week, 1), past(all, week, 1), pooled, PARAMETERS)));
  }

  private List<WeekPoint> series(
      IsoWeek last,
      int weeks,
      Answers answers,
      Answers.Reach reach,
      Function<IsoWeek, Optional<Figure.Expected>> expected) {
    List<WeekPoint> points = new ArrayList<>(weeks);
    for (int ago = weeks - 1; ago >= 0; ago--) {
      IsoWeek week = last.plus(-ago);
      points.add(new WeekPoint(
          week,
          total(week, 1),
          expected.apply(week),
          answers.answered(week, reach),
          answers.asked(week, reach)));
    }
    return points;
  }

  private int[] past(Map<IsoWeek, Integer> series, IsoWeek last, int weeks) {
    int[] past = new int[PERIODS];
    for (int i = 0; i < PERIODS; i++) {
      IsoWeek end = last.plus(-weeks * (i + 1));
      past[i] = hasData(end, weeks) ? sum(series, end, weeks) : PooledDispersion.MISSING;
    }
    return past;
  }

  private Optional<Figure.Expected> expected(
      Map<IsoWeek, Integer> series, IsoWeek last, int weeks, ExpectedCount.Parameters parameters) {
    return figure(
        ExpectedCount.of(sum(series, last, weeks), past(series, last, weeks), parameters));
  }

  private static Optional<Figure.Expected> figure(ExpectedCount.Result result) {
    return result.word() == ExpectedCount.Word.INSUFFICIENT
        ? Optional.empty()
        : Optional.of(new Figure.Expected(
            Math.toIntExact(result.lower()), Math.toIntExact(result.upper()), LEVEL));
  }

  private boolean hasData(IsoWeek last, int weeks) {
    IsoWeek first = last.plus(1 - weeks);
    return beginning.filter(week -> first.compareTo(week) >= 0).isPresent()
        && Answers.weeks(first, last).anyMatch(heard::contains);
  }

  private static int sum(Map<IsoWeek, Integer> series, IsoWeek last, int weeks) {
    int sum = 0;
    for (int ago = 0; ago < weeks; ago++) {
      sum += series.getOrDefault(last.plus(-ago), 0);
    }
    return sum;
  }
}
