package se.samlad.incident;

/** Where a source stands in the review. */
public enum SourceState {
  /** Ny: made on receipt, seen by owner and EST coordinator. */
  NEW,
  /** Godkänd och delad. */
  PASSED,
  /** Avvisad: kept, counted nowhere. */
  DISMISSED,
  /** Återtagen by its author. */
  WITHDRAWN
}
