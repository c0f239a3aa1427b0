package se.samlad.reporting;

/** How exact a place is (Swedish: noggrannhet). A centroid never counts in a hotspot. */
public enum PrecisionClass {
  EXACT,
  ADDRESS,
  STREET,
  AREA,
  CENTROID
}
