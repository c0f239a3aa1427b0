/**
 * Step 3, analys: a selection of incidents in, figures out (Swedish: hotspots, täckning, diagram). Every figure is made for an audience, as
 * that audience's actor, so that row-level security decides what counts; hotspots are computed in the background and kept by audience and
 * week. Knows incidents and what lies below; problems and measures tell of themselves through {@link se.samlad.insight.PlaceNotes}.
 */
@ApplicationModule(displayName = "insight")
@NullMarked
package se.samlad.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
