package se.samlad.situation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.Hotspots;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Peak;
import se.samlad.situation.PictureFigures.Spot;
import se.samlad.situation.PictureFigures.Spots;

/** The hotspots of the last covered week, and which of them were there the week before. */
@Component
class SpotMaker {

  private static final int MOST_CATEGORIES = 3;

  private final Hotspots hotspots;
  private final Categories categories;

  SpotMaker(Hotspots hotspots, Categories categories) {
    this.hotspots = hotspots;
    this.categories = categories;
  }

  Spots of(Audience audience, IsoWeek week) {
    HotspotRun run = hotspots.latestOrRun(audience, week);
    HotspotRun before = hotspots.latestOrRun(audience, week.plus(-1));
    int stayed = (int) run.hotspots().stream()
        .filter(spot -> before.hotspots().stream().anyMatch(old -> same(spot, old)))
        .count();
    int gone = (int) before.hotspots().stream()
        .filter(old -> run.hotspots().stream().noneMatch(spot -> same(spot, old)))
        .count();
    return new Spots(
        run.id(),
        run.state().name(),
        run.hotspots().stream().map(this::spot).toList(),
        run.hotspots().size() - stayed,
        stayed,
        gone);
  }

  private Spot spot(Hotspot hotspot) {
    List<String> names = hotspot.categories().stream()
        .limit(MOST_CATEGORIES)
        .map(share -> categories
            .find(share.categoryGroup())
            .map(Category::nameSv)
            .orElse(share.categoryGroup()))
        .toList();
    Hotspot.Peak peak = hotspot.peak();
    return new Spot(
        hotspot.id(),
        hotspot.rank(),
        hotspot.name(),
        Count.of(hotspot.figure()),
        hotspot.certainty().name(),
        names,
        new Peak(peak.days(), peak.fromHour(), peak.toHour(), peak.count()),
        hotspot.wktSweref());
  }

  /** Whether they share a cell of the grid. */
  private static boolean same(Hotspot one, Hotspot other) {
    Set<Hotspot.Cell> shared = new HashSet<>(one.basis().cells());
    shared.retainAll(Set.copyOf(other.basis().cells()));
    return !shared.isEmpty();
  }
}
