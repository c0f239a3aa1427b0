package se.samlad.ground.access;

/** The level of a working group; a steering group sees the leadership's aggregates only. */
public enum GroupLevel {
  /** EST-grupp. */
  LOCAL,
  /** Operativ grupp. */
  OPERATIVE,
  /** Beredningsgrupp. */
  PREPARATORY,
  /** Styrgrupp. */
  STEERING;

  /** Whether incidents are shared with groups of this level. */
  public boolean sharesIncidents() {
    return this != STEERING;
  }
}
