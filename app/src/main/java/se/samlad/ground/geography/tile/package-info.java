/** Vector tiles of our own making, shared with the modules that draw on the map: where a tile lies, what of a shape falls in it, and its bytes. */
@NamedInterface("tile")
@NullMarked
package se.samlad.ground.geography.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
