/**
 * The police's notices (Swedish: polisens händelsenotiser): a list beside the picture for the coordinator. Press officers choose what is
 * published and give the middle of a municipality as place, so a notice is in no count, on no map and in no hotspot.
 */
@NullMarked
package se.samlad.intake.events;

import org.jspecify.annotations.NullMarked;
