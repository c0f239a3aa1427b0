/** The pages for answers, to those who report and from those who answer. */
@NullMarked
package se.samlad.feedback.web;

import org.jspecify.annotations.NullMarked;
