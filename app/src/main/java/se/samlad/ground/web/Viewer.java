package se.samlad.ground.web;

import java.util.Set;
import se.samlad.ground.storage.Role;

/**
 * Who looks at the page, as the top bar shows it.
 *
 * @param roleName the role in words, shown first
 * @param belongsTo organisation or municipality, shown under the role
 * @param roles every role the viewer holds; decides which menu items are there
 * @param unreadNotices shown on the bell
 */
public record Viewer(String roleName, String belongsTo, Set<Role> roles, int unreadNotices) {

  public Viewer {
    roles = Set.copyOf(roles);
  }
}
