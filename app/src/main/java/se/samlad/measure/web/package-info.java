/** The pages of measures: list, one measure, a new one. */
@NullMarked
package se.samlad.measure.web;

import org.jspecify.annotations.NullMarked;
