package se.samlad.ground.geography;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shape of the base map (Swedish: kartobjekt), see {@code package.md} for layers and classes.
 *
 * @param id orders what lies on top of what within a layer
 * @param minZoom the first zoom of the browser's map at which it is drawn
 * @param sweref in SWEREF 99 TM metres
 */
public record BaseFeature(
    long id, String layer, String kind, @Nullable String name, int minZoom, Geometry sweref) {}
