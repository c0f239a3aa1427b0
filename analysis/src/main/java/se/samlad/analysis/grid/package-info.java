/** Where things lie: SWEREF 99 projections and regular cells. */
@NullMarked
package se.samlad.analysis.grid;

import org.jspecify.annotations.NullMarked;
