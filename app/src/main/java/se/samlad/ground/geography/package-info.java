/**
 * Areas, named places and positions in SWEREF 99 TM (Swedish: områden, platsregister). Uses storage and the analysis library's formulas.
 */
@ApplicationModule(displayName = "geography")
@NullMarked
package se.samlad.ground.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
