package se.samlad.intake.feed;

/** What kind of system is asked. */
public enum FeedKind {
  /** The police's notices: a list beside the picture, in no count and on no map. */
  POLICE_EVENTS,
  /** Fault reports of another system (Open311 GeoReport v2), taken in as reports. */
  OPEN311_IN,
  /** A system that takes fault reports (Open311 GeoReport v2), to forward to. */
  OPEN311_OUT
}
