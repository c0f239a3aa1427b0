/** Problems in the database. */
@NullMarked
package se.samlad.problem.jdbc;

import org.jspecify.annotations.NullMarked;
