/**
 * Probability distributions of counts and their special functions (Swedish: sannolikhetsfördelningar), exact far out in
 * the tails, and draws that are the same for the same seed on every machine. The other packages of the library stand on
 * these; nothing here knows of places or weeks.
 */
@NullMarked
package se.samlad.analysis.distribution;

import org.jspecify.annotations.NullMarked;
