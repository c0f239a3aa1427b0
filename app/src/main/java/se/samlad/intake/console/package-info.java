/** The command that imports files. */
@NullMarked
package se.samlad.intake.console;

import org.jspecify.annotations.NullMarked;
