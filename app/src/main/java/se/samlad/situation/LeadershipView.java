package se.samlad.situation;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.ground.storage.Audience;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Hours;
import se.samlad.situation.PictureFigures.Peak;
import se.samlad.situation.PictureFigures.Spot;
import se.samlad.situation.PictureFigures.Spots;

/** The figures as leadership may see them: counts from one to four are hidden, and with them the hours, whose cells are mostly such. */
final class LeadershipView {

  private static final Audience LEADERSHIP = new Audience.Leadership();

  private LeadershipView() {}

  static PictureFigures of(PictureFigures figures) {
    return new PictureFigures(
        figures.method(),
        figures.knownAt(),
        LEADERSHIP.key(),
        figures.covered(),
        count(figures.incidents()),
        shown(figures.before()),
        shown(figures.lastYear()),
        spots(figures.hotspots()),
        hours(figures.hours()),
        figures.answers(),
        figures.actions(),
        figures.coming());
  }

  private static Spots spots(Spots spots) {
    return new Spots(
        spots.run(),
        spots.state(),
        spots.list().stream()
            .map(spot -> new Spot(
                spot.id(),
                spot.rank(),
                spot.name(),
                count(spot.count()),
                spot.certainty(),
                spot.categories(),
                peak(spot.peak()),
                spot.outline()))
            .toList(),
        spots.fresh(),
        spots.stayed(),
        spots.gone());
  }

  private static Hours hours(Hours hours) {
    return new Hours(hours.firstWeek(), hours.lastWeek(), new int[0][], peak(hours.densest()));
  }

  private static Peak peak(Peak peak) {
    return peak.count() < SmallNumbers.THRESHOLD ? Peak.none() : peak;
  }

  private static Count count(Count count) {
    return new Count(
        shown(count.value()),
        count.lower(),
        count.upper(),
        count.level(),
        count.sources(),
        count.answered(),
        count.asked());
  }

  private static @Nullable Integer shown(@Nullable Integer value) {
    if (value == null) {
      return null;
    }
    OptionalInt shown = SmallNumbers.shown(value, LEADERSHIP);
    return shown.isPresent() ? Integer.valueOf(shown.getAsInt()) : null;
  }
}
