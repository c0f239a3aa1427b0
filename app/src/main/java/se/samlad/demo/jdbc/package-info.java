/** Writes what was generated, many rows at a time, and wipes a demo municipality. */
@NullMarked
package se.samlad.demo.jdbc;

import org.jspecify.annotations.NullMarked;
