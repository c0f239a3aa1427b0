package se.samlad.insight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.ground.calendar.IsoWeek;

/**
 * The hotspots of one audience and week, computed at one moment.
 *
 * @param id nil when there is no run
 * @param week the last of the four weeks counted
 * @param asOf what was known then
 * @param windows past four-week windows with data, at most 13
 * @param tested cells tested
 * @param hotspots largest first
 */
public record HotspotRun(
    UUID id,
    IsoWeek week,
    Instant asOf,
    State state,
    int windows,
    int tested,
    List<Hotspot> hotspots) {

  /** Whether anything can be said. */
  public enum State {
    /** Computed; no hotspot means calm. */
    READY,
    /** Otillräckligt underlag: fewer than six past windows, which is not calm. */
    INSUFFICIENT,
    /** Not computed yet. */
    NONE
  }

  public HotspotRun {
    hotspots = List.copyOf(hotspots);
  }

  static HotspotRun none(IsoWeek week) {
    return new HotspotRun(new UUID(0, 0), week, Instant.EPOCH, State.NONE, 0, 0, List.of());
  }
}
