/**
 * Figures that cannot be shown without what they rest on, and the rule of small numbers (Swedish: röjandekontroll).
 */
@ApplicationModule(displayName = "disclosure")
@NullMarked
package se.samlad.ground.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
