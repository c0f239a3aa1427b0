package se.samlad.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.analysis.aberration.WeeklyAlarms;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.insight.Answers.Reach;
import se.samlad.insight.jdbc.AlarmStore;
import se.samlad.insight.jdbc.AlarmStore.AreaWeek;
import se.samlad.insight.jdbc.AnswerStore;

/** Judges a week as whoever acts in the transaction, which should be the audience's actor. */
@Component
class AlarmFinder {

  /** Past weeks a week is read against. */
  static final int WEEKS = 13;

  private final AlarmStore store;
  private final AnswerStore answerStore;
  private final Units units;
  private final Pauses pauses;

  AlarmFinder(AlarmStore store, AnswerStore answerStore, Units units, Pauses pauses) {
    this.store = store;
    this.answerStore = answerStore;
    this.units = units;
    this.pauses = pauses;
  }

  AlarmRun find(Audience audience, IsoWeek week, Instant asOf, WeeklyAlarms.Parameters parameters) {
    IsoWeek first = week.plus(-WEEKS);
    List<AreaWeek> counts = store.byAreaAndGroup(HotspotFinder.selection(audience, first, week));
    Answers answers = new Answers(units.list(), pauses.paused(), answerStore.between(first, week));
    Family family = new Family(counts, week, heard(counts, answers));
    WeeklyAlarms.Result result = WeeklyAlarms.run(family.now, family.past, parameters);
    boolean enough = family.weeks >= parameters.minimumWeeks();
    return new AlarmRun(
        week,
        asOf,
        enough ? HotspotRun.State.READY : HotspotRun.State.INSUFFICIENT,
        family.weeks,
        result.tested(),
        result.dispersion().value(),
        1 - 2 * parameters.alpha(),
        parameters.draws(),
        parameters.seed(),
        enough ? above(audience, week, asOf, family, result, answers) : List.of());
  }

  private static Set<IsoWeek> heard(List<AreaWeek> counts, Answers answers) {
    Set<IsoWeek> heard = new HashSet<>(answers.heard());
    counts.forEach(count -> heard.add(IsoWeek.of(count.week())));
    return heard;
  }

  private List<Alarm> above(
      Audience audience,
      IsoWeek week,
      Instant asOf,
      Family family,
      WeeklyAlarms.Result result,
      Answers answers) {
    Reach reach = Reach.of(audience, CurrentActor.get());
    Map<AlarmStore.Series, Integer> sources =
        store.organisations(HotspotFinder.selection(audience, week, week));
    return result.series().stream()
        .filter(series ->
            series.state() == WeeklyAlarms.State.ALARM || series.state() == WeeklyAlarms.State.MORE)
        .sorted(Comparator.comparing(
                (WeeklyAlarms.Series series) -> series.state() != WeeklyAlarms.State.ALARM)
            .thenComparingDouble(WeeklyAlarms.Series::midP))
        .map(series -> {
          UUID area = family.areas.get(series.area());
          String group = family.groups.get(series.type());
          Reach about = reach.about(Set.of(area));
          return new Alarm(
              area,
              group,
              new Figure(
                  series.count(),
                  java.util.Optional.of(new Figure.Expected(
                      Math.toIntExact(series.lower()),
                      Math.toIntExact(series.upper()),
                      1 - 2 * result.parameters().alpha())),
                  sources.getOrDefault(new AlarmStore.Series(area, group), 0),
                  answers.answered(week, about),
                  answers.asked(week, about),
                  asOf),
              series.state() == WeeklyAlarms.State.ALARM,
              series.expected(),
              series.midP(),
              series.stability());
        })
        .toList();
  }

  /** Every area and category group with any incident in the weeks, as the arrays the test takes. */
  private static final class Family {
    private final List<UUID> areas;
    private final List<String> groups;
    private final int[][] now;
    private final int[][][] past;
    private final int weeks;

    Family(List<AreaWeek> counts, IsoWeek week, Set<IsoWeek> heard) {
      areas = List.copyOf(new TreeSet<>(counts.stream().map(AreaWeek::areaId).toList()));
      groups =
          List.copyOf(new TreeSet<>(counts.stream().map(AreaWeek::categoryGroup).toList()));
      now = new int[areas.size()][groups.size()];
      past = new int[areas.size()][groups.size()][WEEKS];
      weeks = (int) Answers.weeks(week.plus(-WEEKS), week.plus(-1))
          .filter(heard::contains)
          .count();
      List<Integer> silent = new ArrayList<>();
      for (int ago = 1; ago <= WEEKS; ago++) {
        if (!heard.contains(week.plus(-ago))) {
          silent.add(ago - 1);
        }
      }
      for (int[][] area : past) {
        for (int[] series : area) {
          silent.forEach(index -> series[index] = PooledDispersion.MISSING);
        }
      }
      fill(counts, week);
    }

    private void fill(List<AreaWeek> counts, IsoWeek week) {
      Map<UUID, Integer> areaIndex = index(areas);
      Map<String, Integer> groupIndex = index(groups);
      for (AreaWeek count : counts) {
        int area = areaIndex.getOrDefault(count.areaId(), 0);
        int group = groupIndex.getOrDefault(count.categoryGroup(), 0);
        int ago = IsoWeek.of(count.week()).until(week);
        if (ago == 0) {
          now[area][group] = count.count();
        } else {
          past[area][group][ago - 1] = count.count();
        }
      }
    }

    private static <T> Map<T, Integer> index(List<T> list) {
      Map<T, Integer> index = new HashMap<>();
      for (int i = 0; i < list.size(); i++) {
        index.put(list.get(i), i);
      }
      return index;
    }
  }
}
