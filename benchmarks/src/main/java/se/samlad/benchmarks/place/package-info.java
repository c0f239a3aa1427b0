/** Times the methods of place on made-up points and counts, and writes the same input for other programs. */
@NullMarked
package se.samlad.benchmarks.place;

import org.jspecify.annotations.NullMarked;
