package se.samlad.ground.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.Role;

/**
 * What surrounds a page: whose installation it is and who looks.
 *
 * @param municipality the municipality's name as people say it, or null before one is chosen
 * @param demo whether the data are invented
 * @param viewer null when nobody is signed in
 */
public record Frame(
    @Nullable String municipality, boolean demo, @Nullable Viewer viewer) {

  /** A page that knows neither municipality nor viewer. */
  public static Frame empty() {
    return new Frame(null, false, null);
  }

  /** Empty when nobody is signed in. */
  public Set<Role> roles() {
    return Optional.ofNullable(viewer).map(Viewer::roles).orElse(Set.of());
  }
}
