/** The town as geometry: pure, seeded, the same on every machine; knows no database. */
@NullMarked
package se.samlad.demo.town;

import org.jspecify.annotations.NullMarked;
