/** The reporting module's API: reads a body strictly, answers in problem details. */
@NullMarked
package se.samlad.reporting.api;

import org.jspecify.annotations.NullMarked;
