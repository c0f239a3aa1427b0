/**
 * Pure Java analysis of places, times and effects: events in, figures and words out. No Spring, no SQL, no clock and no
 * random without a seed, so that the same input and seed give the same output to the last digit.
 */
@NullMarked
package se.samlad.analysis;

import org.jspecify.annotations.NullMarked;
