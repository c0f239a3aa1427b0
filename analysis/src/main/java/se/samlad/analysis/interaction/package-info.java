/**
 * Do things happen near each other in place and time at once: near-repeats and scan statistics (Swedish: närhet i rum och tid, svepstatistik).
 * Everything here searches, so every p-value counts the search as well: the same search is made in data drawn as if nothing were going on.
 */
@NullMarked
package se.samlad.analysis.interaction;

import org.jspecify.annotations.NullMarked;
