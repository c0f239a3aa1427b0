package se.samlad.ground.access;

/** How often a working group meets (Swedish: takt). */
public enum GroupCycle {
  WEEK,
  FORTNIGHT,
  MONTH,
  TERTIAL,
  QUARTER,
  FREE
}
