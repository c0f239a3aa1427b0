/** The picture as a sheet of paper: the same markup on screen and in the PDF, always in Swedish, exactly one A4 page. */
@NullMarked
package se.samlad.situation.sheet;

import org.jspecify.annotations.NullMarked;
