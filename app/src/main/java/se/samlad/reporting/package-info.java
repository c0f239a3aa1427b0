/**
 * Step 1, informationsinsamling: reports from people and systems, nothing-to-report, corrections and withdrawal. Tells upper modules by events.
 */
@ApplicationModule(displayName = "reporting")
@NullMarked
package se.samlad.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
