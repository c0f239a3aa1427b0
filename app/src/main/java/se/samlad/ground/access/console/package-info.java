/** Commands for organisations, users and tokens, and for reading what they did. */
@NullMarked
package se.samlad.ground.access.console;

import org.jspecify.annotations.NullMarked;
