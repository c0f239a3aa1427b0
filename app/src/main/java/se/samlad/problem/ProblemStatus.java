package se.samlad.problem;

/** How a group stands to a problem. */
public enum ProblemStatus {
  /** Aktuellt: worked on. */
  OPEN,
  /** Bevakas: calm now, looked at still. */
  WATCHED,
  /** Avslutat: taken off the table, with a reason. */
  CLOSED
}
