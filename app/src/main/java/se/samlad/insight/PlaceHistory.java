package se.samlad.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.Answers.Reach;
import se.samlad.insight.jdbc.AnswerStore;

/** A place week by week: how many incidents, how many to expect, and when it was a hotspot. Made as the audience's actor. */
@Service
public class PlaceHistory {

  private final HotspotFinder finder;
  private final AnswerStore answerStore;
  private final Units units;
  private final Pauses pauses;
  private final Audiences audiences;
  private final Tenancy tenancy;

  PlaceHistory(
      HotspotFinder finder,
      AnswerStore answerStore,
      Units units,
      Pauses pauses,
      Audiences audiences,
      Tenancy tenancy) {
    this.finder = finder;
    this.answerStore = answerStore;
    this.units = units;
    this.pauses = pauses;
    this.audiences = audiences;
    this.tenancy = tenancy;
  }

  /**
   * The weeks of a place.
   *
   * @param points each week against the 13 before it
   * @param hot weeks that ended four weeks in which the place was a hotspot
   */
  public record Weeks(List<WeekPoint> points, Set<IsoWeek> hot) {
    public Weeks {
      points = List.copyOf(points);
      hot = Set.copyOf(hot);
    }
  }

  /** Cells and the area they mostly lie in, null when that is not known. */
  public record Ground(List<Hotspot.Cell> cells, @Nullable UUID area) {
    public Ground {
      cells = List.copyOf(cells);
    }
  }

  /** The weeks that end with the hotspot's own. */
  public Weeks of(Audience audience, Hotspot place, int weeks) {
    Ground ground = new Ground(place.basis().cells(), place.areaId());
    return as(audience, () -> {
      CellHistory history = finder.history(audience, place.week(), weeks - 1);
      return new Weeks(
          points(audience, history, ground, place.week(), weeks),
          hot(history, ground, place.week(), weeks));
    });
  }

  /** The weeks of some ground that end with {@code last}. */
  public List<WeekPoint> of(Audience audience, Ground place, IsoWeek last, int weeks) {
    return as(
        audience,
        () -> points(audience, finder.history(audience, last, weeks - 1), place, last, weeks));
  }

  private <T> T as(Audience audience, Supplier<T> work) {
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    return java.util.Objects.requireNonNull(tenancy.readAs(audiences.actor(audience), work));
  }

  private List<WeekPoint> points(
      Audience audience, CellHistory history, Ground place, IsoWeek last, int weeks) {
    IsoWeek oldest = last.plus(1 - weeks - WeekCounts.PERIODS);
    Answers answers = new Answers(units.list(), pauses.paused(), answerStore.between(oldest, last));
    Reach reach = Reach.of(audience, CurrentActor.get())
        .about(place.area() == null ? Set.of() : Set.of(place.area()));
    WeekCounts counts = WeekCounts.of(history.weeksOf(place.cells()), history.heard());
    return counts.series(last, weeks, answers, reach, history.weeklyDispersion(last));
  }

  private static Set<IsoWeek> hot(CellHistory history, Ground place, IsoWeek last, int weeks) {
    Set<IsoWeek> hot = new HashSet<>();
    HotspotTest.Parameters parameters = HotspotTest.Parameters.defaults().withDraws(0);
    for (int ago = 0; ago < weeks; ago++) {
      IsoWeek week = last.plus(-ago);
      CellHistory.Tested tested = history.test(week, parameters);
      if (tested.windows() >= parameters.minimumWindows()
          && tested.hotspots().anyMatch(place.cells()::contains)) {
        hot.add(week);
      }
    }
    return hot;
  }
}
