/**
 * Did it help, did it move? (Swedish: hjälpte det, flyttade det?) Before and after in the target, its buffer and the
 * comparison areas: differences, ratios and series, the words of effect that follow from them, how early they can be said,
 * and how much of a drop the choice of a bad week alone explains.
 */
@NullMarked
package se.samlad.analysis.effect;

import org.jspecify.annotations.NullMarked;
