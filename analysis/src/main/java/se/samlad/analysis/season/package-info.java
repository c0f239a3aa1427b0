/**
 * When it happens: hour of the week, month of the year, season, trend (Swedish: när det händer). Series come in as plain
 * arrays in time order, moments as instants with the zone that names the local hour.
 */
@NullMarked
package se.samlad.analysis.season;

import org.jspecify.annotations.NullMarked;
