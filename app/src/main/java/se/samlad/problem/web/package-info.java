/** The pages of problems. */
@NullMarked
package se.samlad.problem.web;

import org.jspecify.annotations.NullMarked;
