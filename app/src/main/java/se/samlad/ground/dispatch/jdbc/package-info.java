/** The SQL of dispatch. */
@NullMarked
package se.samlad.ground.dispatch.jdbc;

import org.jspecify.annotations.NullMarked;
