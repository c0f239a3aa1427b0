package se.samlad.insight;

import java.time.Instant;
import java.util.List;
import se.samlad.ground.calendar.IsoWeek;

/**
 * The alarms of one audience and week, judged as one family at one moment.
 *
 * @param week the week judged
 * @param asOf what was known then
 * @param weeks past weeks with data
 * @param tested series in the family
 * @param dispersion shared by all series
 * @param level share of outcomes the expected intervals hold
 * @param draws of the stability
 * @param seed of the draws
 * @param above series above their interval, alarms first and the least likely first among them
 */
public record AlarmRun(
    IsoWeek week,
    Instant asOf,
    HotspotRun.State state,
    int weeks,
    int tested,
    double dispersion,
    double level,
    int draws,
    long seed,
    List<Alarm> above) {

  public AlarmRun {
    above = List.copyOf(above);
  }

  static AlarmRun none(IsoWeek week) {
    return new AlarmRun(week, Instant.EPOCH, HotspotRun.State.NONE, 0, 0, 1, 0.90, 0, 0, List.of());
  }

  public List<Alarm> alarms() {
    return above.stream().filter(Alarm::alarms).toList();
  }

  /** Series above their interval that do not stand out among all. */
  public int others() {
    return above.size() - alarms().size();
  }
}
