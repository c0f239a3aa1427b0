/**
 * The PostgreSQL server Samlad runs itself: unpacked from the jar, started durable, adopted when it outlived its Java process, stopped by
 * its own pid. Part of storage, used by the commands and the tests.
 */
@NamedInterface("postgres")
@NullMarked
package se.samlad.ground.storage.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
