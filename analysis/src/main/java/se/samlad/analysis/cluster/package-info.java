/**
 * Do points gather, and where (Swedish: anhopning)? Points in, indices for the whole area (nearest neighbour, Ripley's K)
 * and lists of places (DBSCAN, HDBSCAN*) out.
 */
@NullMarked
package se.samlad.analysis.cluster;

import org.jspecify.annotations.NullMarked;
