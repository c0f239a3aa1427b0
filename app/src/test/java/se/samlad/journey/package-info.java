/** The few journeys through the whole of it, as people walk them. */
package se.samlad.journey;
