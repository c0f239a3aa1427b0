/**
 * Do the tests hold what they promise (Swedish: kalibrering)? Towns are drawn with a seed, judged by the library, and how
 * often it was right is counted, with the Monte Carlo error beside. The table goes to docs/methods/calibration.md.
 */
@NullMarked
package se.samlad.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;
