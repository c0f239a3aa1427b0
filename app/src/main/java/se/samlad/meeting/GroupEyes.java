package se.samlad.meeting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.Hotspots;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekSummary;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.Measures;

/**
 * What a meeting may look at: everything as the group sees it, whoever holds the mouse. The coordinator's own screen would show
 * confidential measures and what has not been passed; the shared screen never does.
 */
@Service
public class GroupEyes {

  private final Measures measures;
  private final Hotspots hotspots;
  private final WeekFigures figures;
  private final Audiences audiences;
  private final Tenancy tenancy;

  GroupEyes(
      Measures measures,
      Hotspots hotspots,
      WeekFigures figures,
      Audiences audiences,
      Tenancy tenancy) {
    this.measures = measures;
    this.hotspots = hotspots;
    this.figures = figures;
    this.audiences = audiences;
    this.tenancy = tenancy;
  }

  /** The measures that are not over, those to be done first in front. */
  public List<Measure> openMeasures(UUID group) {
    return as(group, () -> measures.list(MeasureFilter.open().inGroup(group)));
  }

  public Optional<Measure> measure(UUID group, UUID id) {
    return as(group, () -> measures.find(id));
  }

  public HotspotRun hotspots(UUID group, IsoWeek week) {
    return hotspots.latestOrRun(new Audience.Group(group), week);
  }

  public WeekSummary week(UUID group, IsoWeek week) {
    return figures.of(new Audience.Group(group), week);
  }

  /** Runs the work as the group. */
  public <T> T as(UUID group, java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(tenancy.readAs(audiences.actor(new Audience.Group(group)), work));
  }
}
