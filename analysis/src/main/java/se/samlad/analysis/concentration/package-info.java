/**
 * On how few places does much of it happen (Swedish: koncentration)? Counts per place in, shares, Lorenz curve and Gini
 * coefficients out.
 */
@NullMarked
package se.samlad.analysis.concentration;

import org.jspecify.annotations.NullMarked;
