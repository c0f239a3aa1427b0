package se.samlad.ground.access;

/** What kind of organisation takes part (Swedish: slag av organisation). */
public enum OrganisationKind {
  MUNICIPALITY,
  POLICE,
  SOCIAL_SERVICES,
  SCHOOL,
  LEISURE,
  STREETS_AND_PARKS,
  HOUSING_COMPANY,
  GUARD_COMPANY,
  FIRE_AND_RESCUE,
  PUBLIC_TRANSPORT,
  HOME_CARE,
  TRADE,
  ASSOCIATION,
  OTHER;

  /** Whether the organisation's own coordinator passes its items; the EST coordinator passes all others. */
  public boolean passesItsOwn() {
    return this == POLICE || this == SOCIAL_SERVICES || this == SCHOOL;
  }
}
