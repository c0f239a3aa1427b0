/**
 * Whether silence is calm: who was expected to report, who answered, and what the counts can say given that (Swedish:
 * täckning).
 */
@NullMarked
package se.samlad.analysis.coverage;

import org.jspecify.annotations.NullMarked;
