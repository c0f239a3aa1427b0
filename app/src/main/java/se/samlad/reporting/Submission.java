package se.samlad.reporting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;

/** What is sent: incidents, or that there is nothing to report. */
public sealed interface Submission {

  /** The organisation it is sent for; null means the only one the sender belongs to. */
  @Nullable
  UUID organisation();

  record Incidents(@Nullable UUID organisation, List<ReportedIncident> incidents)
      implements Submission {
    public Incidents {
      incidents = List.copyOf(incidents);
    }
  }

  /** Inget att rapportera for a week, for a unit or an area. */
  record Nothing(
      @Nullable UUID organisation,
      IsoWeek period,
      @Nullable UUID unit,
      @Nullable UUID area) implements Submission {}
}
