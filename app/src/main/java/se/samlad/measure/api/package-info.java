/** Measures as JSON. */
@NullMarked
package se.samlad.measure.api;

import org.jspecify.annotations.NullMarked;
