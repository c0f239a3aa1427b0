/** The three layouts in which the police hand out recorded offences, and how their cells are read. */
@NullMarked
package se.samlad.intake.row;

import org.jspecify.annotations.NullMarked;
