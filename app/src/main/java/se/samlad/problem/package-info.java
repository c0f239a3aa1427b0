/**
 * Step 3, problembild: a problem is a place or area, a phenomenon and a period that a working group has taken up. Measures answer
 * problems; a hotspot becomes a problem the first time something is decided about it. Uses insight, catalogue and ground.
 */
@ApplicationModule(displayName = "problem")
@NullMarked
package se.samlad.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
