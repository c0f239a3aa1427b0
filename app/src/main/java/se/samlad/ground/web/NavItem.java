package se.samlad.ground.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import se.samlad.ground.storage.Role;

/**
 * A page that can be reached from the frame. A module declares a bean for each such page, in the same change as the page itself.
 *
 * @param order place in the menu, in tens
 * @param path where it leads, {@code /handelser}
 * @param messageKey its name in the module's message file
 * @param icon a symbol of the icon sheet, without {@code i-}
 * @param spots where it is offered
 * @param visible whether somebody with these roles may open it; nobody signed in has no roles
 */
public record NavItem(
    int order,
    String path,
    String messageKey,
    String icon,
    Set<Spot> spots,
    Predicate<Set<Role>> visible) {

  /** Where in the frame a link is offered. */
  public enum Spot {
    /** The menu to the left, and the phone's page More. */
    MENU,
    /** The phone's bottom bar; the three first that the viewer may open. */
    PHONE,
    /** The foot of each page. */
    FOOT,
    /** The page Administration; {@code messageKey + ".lead"} says in a sentence what is set up there. */
    ADMIN,
    /** A place of its own in the top bar: {@code /rapportera}, {@code /sok}, {@code /notiser}, {@code /jag}. */
    TOP
  }

  public NavItem {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash, not as in " + path);
    }
    spots = Set.copyOf(spots);
  }

  /** In the menu, for each of these roles. */
  public static NavItem menu(
      int order, String path, String messageKey, String icon, Role... roles) {
    return new NavItem(
        order, path, messageKey, icon, Set.of(Spot.MENU), held -> holdsAny(held, roles));
  }

  /** On the page Administration, for each of these roles. */
  public static NavItem admin(
      int order, String path, String messageKey, String icon, Role... roles) {
    return new NavItem(
        order, path, messageKey, icon, Set.of(Spot.ADMIN), held -> holdsAny(held, roles));
  }

  /** In the foot of every page, for everybody. */
  public static NavItem foot(int order, String path, String messageKey) {
    return new NavItem(order, path, messageKey, "info", Set.of(Spot.FOOT), held -> true);
  }

  /** Offered in these places too. */
  public NavItem in(Spot first, Spot... more) {
    EnumSet<Spot> all = EnumSet.of(first, more);
    all.addAll(spots);
    return new NavItem(order, path, messageKey, icon, all, visible);
  }

  /** Offered only to those whose roles pass. */
  public NavItem when(Predicate<Set<Role>> passes) {
    return new NavItem(order, path, messageKey, icon, spots, passes);
  }

  private static boolean holdsAny(Set<Role> held, Role... roles) {
    for (Role role : roles) {
      if (held.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
