/** The commands of {@code bin/samlad}: serve, demo and what the modules contribute. Stands above everything and is used by nobody. */
@ApplicationModule(displayName = "command")
@NullMarked
package se.samlad.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
