/** The pages for importing files. */
@NullMarked
package se.samlad.intake.web;

import org.jspecify.annotations.NullMarked;
