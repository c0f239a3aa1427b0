/** Times scans and near-repeats on a made-up town, beside other programs on the same events. */
@NullMarked
package se.samlad.benchmarks.interaction;

import org.jspecify.annotations.NullMarked;
