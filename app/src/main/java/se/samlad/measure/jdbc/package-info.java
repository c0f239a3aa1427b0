/** Measures in the database. */
@NullMarked
package se.samlad.measure.jdbc;

import org.jspecify.annotations.NullMarked;
