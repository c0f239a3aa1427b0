/**
 * Weeks, periods and what the coming days bring (Swedish: kalender, årshjul). Uses storage.
 */
@ApplicationModule(displayName = "calendar")
@NullMarked
package se.samlad.ground.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
