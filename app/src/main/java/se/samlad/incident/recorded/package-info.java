/** The page for recorded crime: totals by area and month, never rows and never points. */
@NullMarked
package se.samlad.incident.recorded;

import org.jspecify.annotations.NullMarked;
