package se.samlad.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** The weeks that end with the hotspot's own. */
  public Weeks of(Audience audience, Hotspot place, int weeks) {
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    return java.util.Objects.requireNonNull(
        tenancy.readAs(audiences.actor(audience), () -> read(audience, place, weeks)));
  }

  private Weeks read(Audience audience, Hotspot place, int weeks) {
    IsoWeek last = place.week();
    IsoWeek oldest = last.plus(1 - weeks - WeekCounts.PERIODS);
    Answers answers = new Answers(units.list(), pauses.paused(), answerStore.between(oldest, last));
    CellHistory history = finder.history(audience, last, weeks - 1);
    Reach reach = Reach.of(audience, CurrentActor.get())
        .about(place.areaId() == null ? Set.of() : Set.of(place.areaId()));
    WeekCounts counts = WeekCounts.of(history.weeksOf(place.basis().cells()), history.heard());
    return new Weeks(
        counts.series(last, weeks, answers, reach, history.weeklyDispersion(last)),
        hot(history, place, last, weeks));
  }

  private static Set<IsoWeek> hot(CellHistory history, Hotspot place, IsoWeek last, int weeks) {
    Set<IsoWeek> hot = new HashSet<>();
    HotspotTest.Parameters parameters = HotspotTest.Parameters.defaults().withDraws(0);
    for (int ago = 0; ago < weeks; ago++) {
      IsoWeek week = last.plus(-ago);
      CellHistory.Tested tested = history.test(week, parameters);
      if (tested.windows() >= parameters.minimumWindows()
          && tested.hotspots().anyMatch(place.basis().cells()::contains)) {
        hot.add(week);
      }
    }
    return hot;
  }
}
