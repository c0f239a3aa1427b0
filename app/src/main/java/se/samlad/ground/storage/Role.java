package se.samlad.ground.storage;

/** What a member may be; one member may hold several roles, some of them within an organisation. */
public enum Role {
  /** Rapportör. */
  REPORTER,
  /** Organisationssamordnare. */
  ORGANISATION_COORDINATOR,
  /** EST-samordnare, analytiker. */
  COORDINATOR,
  /** Gruppmedlem. */
  GROUP_MEMBER,
  /** Ledning, styrgrupp: aggregates only. */
  LEADERSHIP,
  /** Administratör: sets up, sees no content. */
  ADMINISTRATOR,
  /** Dataskydd. */
  DATA_PROTECTION,
  /** Drift: runs the system, sees no content. */
  OPERATOR;

  /** Whether the role reads across organisations and so needs a second factor. */
  public boolean readsAcrossOrganisations() {
    return this != REPORTER;
  }
}
