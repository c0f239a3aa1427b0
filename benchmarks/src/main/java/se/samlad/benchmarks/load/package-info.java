/** Loads a running server with everyday traffic, a storm and more than it can take, and counts what was lost. */
@NullMarked
package se.samlad.benchmarks.load;

import org.jspecify.annotations.NullMarked;
