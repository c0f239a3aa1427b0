/** Where feedback lies in the database; known to the feedback module only. */
@NullMarked
package se.samlad.feedback.jdbc;

import org.jspecify.annotations.NullMarked;
