package se.samlad.reporting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where something happened, as the sender said it. */
public sealed interface Place {

  /**
   * A point.
   *
   * @param lon degrees east, WGS 84
   * @param lat degrees north, WGS 84
   */
  record Point(
      double lon,
      double lat,
      PrecisionClass precision,
      @Nullable Double accuracyMeters) implements Place {}

  /** A whole area, when the point is not known or not told. */
  record WithinArea(UUID area) implements Place {}
}
