/** How a sheet of the base map is put on paper: scale, inks, names and frame of the server-made SVG. */
@NullMarked
package se.samlad.ground.geography.drawing;

import org.jspecify.annotations.NullMarked;
