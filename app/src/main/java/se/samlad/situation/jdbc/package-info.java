/** Where pictures are kept. */
@NullMarked
package se.samlad.situation.jdbc;

import org.jspecify.annotations.NullMarked;
