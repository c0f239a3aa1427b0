package se.samlad.ground.storage;

import java.util.Locale;

/** What kind of actor a transaction runs for. */
public enum ActorKind {
  /** Somebody signed in, or the audience a document is computed for. */
  PERSON,
  /** An API token, acting for its principal. */
  TOKEN,
  /** A signed single-purpose link, bound to one subject. */
  LINK,
  /** The system itself, within one municipality; reads structured columns, never text or photo. */
  SYSTEM,
  /** Anybody; reads published releases only. */
  PUBLIC;

  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
