/**
 * What composes without owning facts (Swedish: skrivbordet): home, search, first-run guide, administration. Stands above the modules
 * whose facts it shows, and changes them through their verbs alone.
 */
@ApplicationModule(displayName = "desk")
@NullMarked
package se.samlad.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
