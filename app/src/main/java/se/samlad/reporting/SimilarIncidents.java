package se.samlad.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Incidents that others of the reporter's own organisation have told of and that may be the same (Swedish: liknande nära). Answered by the
 * module that makes incidents of reports.
 */
public interface SimilarIncidents {

  /** What is about to be reported. */
  record Sketch(String category, Instant from, Instant to, double lon, double lat) {}

  /** One that may be the same, without anything of who reported it or in which words. */
  record Similar(UUID incident, String categoryCode, String place, Instant from, double meters) {}

  /** Nearest first, within the distance and hours of the category; none for categories that are shown coarsely only. */
  List<Similar> near(Sketch sketch, int most);
}
