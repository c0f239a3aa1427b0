/**
 * Step 4, beslut: a group's meeting about a period, with agenda, attendance, agreements and minutes. Everything it shows is made for the
 * group's audience, never for whoever holds the mouse. Uses measure, problem, insight and ground.
 */
@ApplicationModule(displayName = "meeting")
@NullMarked
package se.samlad.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
