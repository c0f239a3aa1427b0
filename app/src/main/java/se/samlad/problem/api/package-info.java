/** Problems as JSON. */
@NullMarked
package se.samlad.problem.api;

import org.jspecify.annotations.NullMarked;
