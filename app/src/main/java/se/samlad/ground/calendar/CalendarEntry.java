package se.samlad.ground.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something the coming days bring (Swedish: arrangemang, riskdatum, helg, uppehåll i rapporteringen, anmärkning). */
public record CalendarEntry(
    UUID id,
    Kind kind,
    String title,
    Instant startsAt,
    Instant endsAt,
    @Nullable UUID placeId,
    @Nullable UUID areaId) {

  /** What sort of entry it is. */
  public enum Kind {
    /** Arrangemang. */
    GATHERING,
    /** Riskdatum. */
    RISK_DATE,
    /** Helg, lov. */
    HOLIDAY,
    /** Uppehåll i rapporteringen. */
    PAUSE,
    /** Anmärkning. */
    ANNOTATION
  }

  /** The local day it begins. */
  public LocalDate day() {
    return startsAt.atZone(IsoWeek.ZONE).toLocalDate();
  }

  /** Whether it fills whole days, so that no time of day is told. */
  public boolean wholeDays() {
    return startsAt.atZone(IsoWeek.ZONE).toLocalTime().toSecondOfDay() == 0
        && endsAt.atZone(IsoWeek.ZONE).toLocalTime().toSecondOfDay() == 0;
  }
}
