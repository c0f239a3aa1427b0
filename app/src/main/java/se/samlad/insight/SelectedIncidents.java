package se.samlad.insight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import se.samlad.analysis.season.AoristicWeek;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.jdbc.CellStore;
import se.samlad.insight.jdbc.RowStore;
import se.samlad.insight.jdbc.RowStore.Cells;
import se.samlad.insight.jdbc.RowStore.Row;

/** The incidents a selection and a place hold for an audience: the list that equals map, matrix and figure. */
@Service
public class SelectedIncidents {

  private final RowStore rows;
  private final CellStore cells;
  private final Audiences audiences;
  private final Tenancy tenancy;

  SelectedIncidents(RowStore rows, CellStore cells, Audiences audiences, Tenancy tenancy) {
    this.rows = rows;
    this.cells = cells;
    this.audiences = audiences;
    this.tenancy = tenancy;
  }

  /** The newest of them, and how many there are. */
  public record Listed(List<Row> rows, int count) {
    public Listed {
      rows = List.copyOf(rows);
    }
  }

  /** The selection with the incidents that count for the audience: passed ones, for the EST coordinator those not yet passed too. */
  public IncidentSelection seen(Audience audience, IncidentSelection selection) {
    return selection.withReview(HotspotFinder.reviewOf(audience));
  }

  public Listed list(
      Audience audience, IncidentSelection selection, Optional<Hotspot> place, int limit) {
    IncidentSelection seen = selection.withReview(HotspotFinder.reviewOf(audience));
    return as(audience, () -> {
      Cells within = within(audience, place);
      return new Listed(rows.list(seen, within, limit), rows.count(seen, within));
    });
  }

  /** Weekday by hour of what the list holds. */
  public WeekMatrix matrix(
      Audience audience, IncidentSelection selection, Optional<Hotspot> place) {
    return as(audience, () -> {
      AoristicWeek week = new AoristicWeek(IsoWeek.ZONE);
      int untimed = 0;
      for (Row row : rows.list(
          selection.withReview(HotspotFinder.reviewOf(audience)),
          within(audience, place),
          Integer.MAX_VALUE)) {
        if (row.at() == null || row.until() == null) {
          untimed++;
        } else {
          week.add(row.at().toEpochMilli(), row.until().toEpochMilli());
        }
      }
      return WeekMatrix.of(week.result(), untimed);
    });
  }

  private Cells within(Audience audience, Optional<Hotspot> place) {
    return place
        .map(hotspot -> new Cells(
            hotspot.basis().cells(),
            audience instanceof Audience.Organisation ? Set.of() : cells.coarseOnly()))
        .orElse(Cells.EVERYWHERE);
  }

  private <T> T as(Audience audience, Supplier<T> work) {
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    return java.util.Objects.requireNonNull(tenancy.readAs(audiences.actor(audience), work));
  }

  /** The hotspot a point lies in, for the list's column. */
  public static Optional<Hotspot> hotspotOf(Row row, List<Hotspot> hotspots) {
    Double easting = row.easting();
    Double northing = row.northing();
    if (easting == null
        || northing == null
        || !Set.of("EXACT", "ADDRESS", "STREET").contains(String.valueOf(row.precision()))) {
      return Optional.empty();
    }
    Hotspot.Cell cell = Hotspot.Cell.of(easting, northing);
    return hotspots.stream()
        .filter(hotspot -> hotspot.basis().cells().contains(cell))
        .findFirst();
  }
}
