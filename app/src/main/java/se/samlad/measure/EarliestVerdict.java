package se.samlad.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.analysis.effect.Power;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;

/**
 * From which week a measure can be judged: as soon as the design would show a drop of 40 % with a chance of 80 %. Counted for the
 * audience of the measure's group, with a comparison area that is assumed to be as large as the place.
 */
@Service
public class EarliestVerdict {

  /** Weeks whose incidents tell how much usually happens. */
  public static final int WEEKS_BEFORE = 26;

  private static final String NEAR = """
      select count(*)
        from incidents
       where point(easting, northing) <@ circle(point(:easting, :northing), :radius)
         and precision_class not in ('AREA', 'CENTROID')
      """;

  private final Tenancy tenancy;
  private final Audiences audiences;
  private final JdbcClient db;
  private final Clock clock;

  EarliestVerdict(Tenancy tenancy, Audiences audiences, JdbcClient db, Clock clock) {
    this.tenancy = tenancy;
    this.audiences = audiences;
    this.db = db;
    this.clock = clock;
  }

  /**
   * What can be said.
   *
   * @param before incidents of the indicator in the weeks before
   * @param week the first week in which the measure can be judged; null when that lies more than two years ahead
   */
  public record Answer(int before, @Nullable IsoWeek week) {}

  /** The answer; null when the measure's place is no point, so that nothing can be counted around it. */
  public @Nullable Answer of(Measure measure) {
    Double easting = measure.easting();
    Double northing = measure.northing();
    if (easting == null || northing == null) {
      return null;
    }
    int before = before(measure, easting, northing);
    double weekly = (double) before / WEEKS_BEFORE;
    OptionalInt weeks =
        Power.of(Power.Parameters.of(weekly, weekly, WEEKS_BEFORE)).earliestWeek();
    return new Answer(
        before, weeks.isEmpty() ? null : IsoWeek.of(measure.doneBy()).plus(weeks.getAsInt()));
  }

  private int before(Measure measure, double easting, double northing) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    IsoWeek last =
        IsoWeek.of(measure.doneBy().isBefore(today) ? measure.doneBy() : today).plus(-1);
    Indicator watched = measure.watched();
    IncidentSelection selection = IncidentSelection.ofWeeks(last.plus(1 - WEEKS_BEFORE), last)
        .withCategories(Set.copyOf(watched.codes()))
        .withTimeOfWeek(watched.weekdays(), watched.fromHour(), watched.toHour());
    Audience audience = new Audience.Group(measure.group());
    return tenancy.readAs(
        audiences.actor(audience),
        () -> SelectionSql.of(selection)
            .query(db, NEAR)
            .param("easting", easting)
            .param("northing", northing)
            .param("radius", watched.radiusMeters())
            .query(Integer.class)
            .single());
  }
}
