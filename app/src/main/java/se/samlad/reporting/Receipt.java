package se.samlad.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.ground.storage.TextGuard;

/**
 * What the sender gets back (Swedish: kvittens).
 *
 * @param first whether this send was the one that stored it; false for a repeat
 * @param status RECEIVED or WITHDRAWN
 * @param found what the guard found, per incident; kind and position, never the words
 */
public record Receipt(
    UUID id, boolean first, Status status, int version, Instant receivedAt, List<Found> found) {

  public Receipt {
    found = List.copyOf(found);
  }

  /** Where a report stands for its sender, before feedback adds what it led to. */
  public enum Status {
    RECEIVED,
    PROPOSED,
    WITHDRAWN
  }

  /** A hit of the guard in the text of the incident with this ordinal, counted from 0. */
  public record Found(int incident, TextGuard.Kind kind, int start, int end) {}
}
