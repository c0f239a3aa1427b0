/** Hotspots as JSON, under {@code /api/v1/hotspots}. */
@NullMarked
package se.samlad.insight.api;

import org.jspecify.annotations.NullMarked;
