package se.samlad.measure;

/** The owner's answer to "Hur går det?". */
public enum Progress {
  /** Som planerat. */
  AS_PLANNED,
  /** Försenat. */
  DELAYED,
  /** Klart. */
  DONE,
  /** Gick inte. */
  FAILED
}
