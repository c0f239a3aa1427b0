/** S15: the evaluation of a measure on one screen. */
@NullMarked
package se.samlad.followup.web;

import org.jspecify.annotations.NullMarked;
