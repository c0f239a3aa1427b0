/**
 * What can happen and what can be done, as versioned data (Swedish: kategorier, åtgärdskatalog). A new municipality starts with the default list.
 */
@ApplicationModule(displayName = "catalogue")
@NullMarked
package se.samlad.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
