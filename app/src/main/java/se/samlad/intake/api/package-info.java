/** Imports by token. */
@NullMarked
package se.samlad.intake.api;

import org.jspecify.annotations.NullMarked;
