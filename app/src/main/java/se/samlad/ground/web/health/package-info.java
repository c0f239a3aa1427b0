/** Whether the system can do its work: {@code /halsa} for anyone, details and figures on the management port. */
@NullMarked
package se.samlad.ground.web.health;

import org.jspecify.annotations.NullMarked;
