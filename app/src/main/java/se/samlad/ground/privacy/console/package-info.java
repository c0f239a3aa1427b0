/** The guard's commands: names and own numbers. */
@NullMarked
package se.samlad.ground.privacy.console;

import org.jspecify.annotations.NullMarked;
