/** Where things lie (Swedish: läge): SWEREF 99 projections, points, regular cells, neighbours and the nearest points. */
@NullMarked
package se.samlad.analysis.grid;

import org.jspecify.annotations.NullMarked;
