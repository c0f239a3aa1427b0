/**
 * Fault reports (Swedish: felanmälningar) of systems that speak Open311 GeoReport v2: taken in as reports under the organisation that owns
 * them, and forwarded from an incident with their status back.
 */
@NullMarked
package se.samlad.intake.open311;

import org.jspecify.annotations.NullMarked;
