/**
 * The one way out of the house (Swedish: utgående anrop): every call to another system passes the list of allowed hosts, goes to the very
 * address that was checked, and ends within its limits of time, size and pace.
 */
@NullMarked
package se.samlad.intake.outgoing;

import org.jspecify.annotations.NullMarked;
