package se.samlad.reporting;

/** What a unit says of its week when no counted report says it (Swedish: veckosvar). */
public enum Statement {
  /** Inget att rapportera. */
  NOTHING,
  /** Vi har rapporterat, by a way that is not counted for the unit. */
  REPORTED
}
