/** The command that founds a municipality. */
@NullMarked
package se.samlad.desk.console;

import org.jspecify.annotations.NullMarked;
