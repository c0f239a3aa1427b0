/** Where hotspots lie in the database, and how incidents are counted there; known to the insight module only. */
@NullMarked
package se.samlad.insight.jdbc;

import org.jspecify.annotations.NullMarked;
