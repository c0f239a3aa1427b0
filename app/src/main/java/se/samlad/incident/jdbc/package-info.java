/** Where incidents lie in the database; known to the incident module only. */
@NullMarked
package se.samlad.incident.jdbc;

import org.jspecify.annotations.NullMarked;
