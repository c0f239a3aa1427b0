/** Where plans and stored evaluations lie in the database; known to the followup module only. */
@NullMarked
package se.samlad.followup.jdbc;

import org.jspecify.annotations.NullMarked;
