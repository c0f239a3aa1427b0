package se.samlad.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.jdbc.CellStore;
import se.samlad.insight.jdbc.RowStore;
import se.samlad.insight.jdbc.RowStore.Cells;
import se.samlad.insight.jdbc.RowStore.Row;

/** The incidents a selection holds on some ground, for modules that link to them: the newest, and how many there are. */
@Service
public class GroundIncidents {

  private final RowStore rows;
  private final CellStore cells;
  private final Audiences audiences;
  private final Tenancy tenancy;

  GroundIncidents(RowStore rows, CellStore cells, Audiences audiences, Tenancy tenancy) {
    this.rows = rows;
    this.cells = cells;
    this.audiences = audiences;
    this.tenancy = tenancy;
  }

  /**
   * An incident of the list.
   *
   * @param at when it began; null when only the week is seen
   * @param category code of the category, or of its group when only that is seen
   */
  public record Line(
      UUID id,
      String number,
      @Nullable Instant at,
      LocalDate week,
      String category,
      String placeLabel) {}

  /** The newest lines and how many incidents there are. */
  public record Found(List<Line> newest, int count) {
    public Found {
      newest = List.copyOf(newest);
    }
  }

  /** What the audience sees of the selection in the cells; everywhere when there are none. */
  public Found find(
      Audience audience, IncidentSelection selection, List<Hotspot.Cell> ground, int limit) {
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    IncidentSelection seen = selection.withReview(HotspotFinder.reviewOf(audience));
    return java.util.Objects.requireNonNull(tenancy.readAs(audiences.actor(audience), () -> {
      Cells within = ground.isEmpty() ? Cells.EVERYWHERE : new Cells(ground, leftOut(audience));
      return new Found(
          rows.list(seen, within, limit).stream().map(GroundIncidents::line).toList(),
          rows.count(seen, within));
    }));
  }

  private Set<String> leftOut(Audience audience) {
    return audience instanceof Audience.Organisation ? Set.of() : cells.coarseOnly();
  }

  private static Line line(Row row) {
    return new Line(row.id(), row.number(), row.at(), row.week(), row.category(), row.placeLabel());
  }
}
