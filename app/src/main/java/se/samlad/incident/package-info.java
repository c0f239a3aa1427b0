/**
 * Step 2, sammanställning: one real event (Swedish: händelse) from n sources, its review, and {@link se.samlad.incident.IncidentSelection},
 * the one question every list, map, matrix, chart and export asks. Listens to reporting; knows recorded crime as a series of its own.
 */
@ApplicationModule(displayName = "incident")
@NullMarked
package se.samlad.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
