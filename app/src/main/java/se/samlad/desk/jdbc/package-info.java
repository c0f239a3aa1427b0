/** The few rows the desk keeps of its own: what people say of the pages themselves. */
@NullMarked
package se.samlad.desk.jdbc;

import org.jspecify.annotations.NullMarked;
