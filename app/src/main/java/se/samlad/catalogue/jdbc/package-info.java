/** The catalogue's rows. */
@NullMarked
package se.samlad.catalogue.jdbc;

import org.jspecify.annotations.NullMarked;
