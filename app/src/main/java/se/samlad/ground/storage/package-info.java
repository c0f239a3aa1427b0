/**
 * The ground of the house: ids, who acts ({@link se.samlad.ground.storage.Actor}) and for whom a figure is made
 * ({@link se.samlad.ground.storage.Audience}), transactions that carry both into PostgreSQL's row-level security, and the small
 * interfaces that every module implements. Depends on nothing else of the system.
 */
@ApplicationModule(displayName = "storage")
@NullMarked
package se.samlad.ground.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
