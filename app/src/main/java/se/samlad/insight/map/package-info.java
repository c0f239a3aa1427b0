/** A selection of incidents on the map: points or cells as vector tiles, counts by area, outlines of hotspots. */
@NullMarked
package se.samlad.insight.map;

import org.jspecify.annotations.NullMarked;
