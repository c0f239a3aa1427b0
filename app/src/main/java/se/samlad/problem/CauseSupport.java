package se.samlad.problem;

/** What a cause rests on. */
public enum CauseSupport {
  /** Antagande: somebody thinks so. */
  ASSUMED,
  /** Stöds av det som rapporterats. */
  REPORTED,
  /** Stöds av annat underlag: a walk, a survey, a study. */
  KNOWN
}
