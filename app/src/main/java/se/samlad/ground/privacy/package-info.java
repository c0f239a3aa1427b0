/**
 * The guard in front of every text (Swedish: personuppgiftsvakten): finds personal data, masks what is certain, hides what is doubtful.
 */
@ApplicationModule(displayName = "privacy")
@NullMarked
package se.samlad.ground.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
