package se.samlad.ground.web;

import java.util.Optional;

/** Keeps what the signed-in person has chosen; for everybody else a cookie does. Called within the request, never inside a page's own transaction. */
public interface PreferenceStore {

  /** Empty when nobody is signed in or nothing has been chosen. */
  Optional<Preferences> find();

  /** Whether they were kept; false when nobody is signed in. */
  boolean keep(Preferences preferences);
}
