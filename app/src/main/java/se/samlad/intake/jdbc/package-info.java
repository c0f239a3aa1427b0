/** Where imports lie in the database; known to the intake module only. */
@NullMarked
package se.samlad.intake.jdbc;

import org.jspecify.annotations.NullMarked;
