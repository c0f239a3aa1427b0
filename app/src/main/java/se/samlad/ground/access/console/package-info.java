/** Commands for organisations, users and tokens. */
@NullMarked
package se.samlad.ground.access.console;

import org.jspecify.annotations.NullMarked;
