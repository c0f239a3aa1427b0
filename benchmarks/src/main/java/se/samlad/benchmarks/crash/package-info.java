/** Kills the server in the middle of sends and counts what was lost. */
@NullMarked
package se.samlad.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
