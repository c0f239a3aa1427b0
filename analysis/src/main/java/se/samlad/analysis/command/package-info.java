/**
 * The methods as commands on files (Swedish: analys från kommandorad): CSV or GeoJSON in, CSV, GeoJSON or JSON out, no
 * database. Each method says its options and turns an {@link se.samlad.analysis.command.Input} into an {@link
 * se.samlad.analysis.command.Outcome}; bad input is an {@link java.lang.IllegalArgumentException} whose message is the one
 * sentence the user reads. May use every package of the library but {@code verify}.
 */
@NullMarked
package se.samlad.analysis.command;

import org.jspecify.annotations.NullMarked;
