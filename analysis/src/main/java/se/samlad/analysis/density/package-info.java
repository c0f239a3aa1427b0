/**
 * How thick do events lie (Swedish: täthet, värmekarta)? Points in, events per square kilometre on a SWEREF 99 TM grid or
 * at the points out, with the bandwidth as a visible value of its own.
 */
@NullMarked
package se.samlad.analysis.density;

import org.jspecify.annotations.NullMarked;
