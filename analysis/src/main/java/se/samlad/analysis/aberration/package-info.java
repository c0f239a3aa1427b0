/**
 * More than expected? (Swedish: fler än väntat?) Counts of this week or these four weeks against their own history:
 * expected intervals, hotspots, alarms as one family, and the older surveillance rules EARS, CUSUM and Farrington beside
 * them as support. Every answer says how much history it rests on, and too little history is an answer of its own.
 */
@NullMarked
package se.samlad.analysis.aberration;

import org.jspecify.annotations.NullMarked;
