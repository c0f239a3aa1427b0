/** How long the surveillance methods take, for benchmarks/compare-aberration.sh, which runs R's surveillance beside them. */
@NullMarked
package se.samlad.benchmarks.aberration;

import org.jspecify.annotations.NullMarked;
