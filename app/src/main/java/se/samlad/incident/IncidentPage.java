package se.samlad.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some rows of a selection and where the next ones begin.
 *
 * @param next the place of the last row when more follow
 */
public record IncidentPage(List<IncidentRow> rows, Optional<Place> next) {

  public IncidentPage {
    rows = List.copyOf(rows);
  }

  static IncidentPage of(List<IncidentRow> oneMore, int limit) {
    if (oneMore.size() <= limit) {
      return new IncidentPage(oneMore, Optional.empty());
    }
    List<IncidentRow> rows = oneMore.subList(0, limit);
    return new IncidentPage(rows, Optional.of(Place.of(rows.getLast())));
  }

  /** A place in the order of a list, written in addresses as one word. */
  public record Place(Instant at, UUID id) {

    private static final int BYTES = 24;

    public static Place of(IncidentRow row) {
      return new Place(row.placedAt(), row.id());
    }

    public String encode() {
      byte[] bytes = ByteBuffer.allocate(BYTES)
          .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads {@link #encode}; empty when the word is no place. */
    public static Optional<Place> parse(String word) {
      if (word.length() != 32) {
        return Optional.empty();
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(word));
        long micros = bytes.getLong();
        if (Math.abs(micros) > 10_000_000_000_000_000L) {
          return Optional.empty();
        }
        return Optional.of(new Place(
            Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
            new UUID(bytes.getLong(), bytes.getLong())));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
