package se.samlad.problem;

/** The three groups of causes of Brå's handbook on cause analysis (orsaksanalys, 2018), told without individuals. */
public enum CauseGroup {
  /** Brottsutsatt: those exposed, why here and then. */
  EXPOSED,
  /** Gärningsperson: what invites, pays or goes unnoticed; never who. */
  OFFENDER,
  /** Objekt och plats: the thing and the place. */
  SETTING
}
