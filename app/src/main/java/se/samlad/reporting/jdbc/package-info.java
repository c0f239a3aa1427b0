/** Where reports lie in the database; known to the reporting module only. */
@NullMarked
package se.samlad.reporting.jdbc;

import org.jspecify.annotations.NullMarked;
