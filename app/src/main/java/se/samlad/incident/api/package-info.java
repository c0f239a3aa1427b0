/** Incidents as JSON, read by token. */
@NullMarked
package se.samlad.incident.api;

import org.jspecify.annotations.NullMarked;
