/**
 * Who takes part and what they may do (Swedish: åtkomst, behörighet): municipality, organisations, units, working groups, members with
 * roles; how they sign in; and the one place that turns a session or a token into the {@link se.samlad.ground.storage.Actor} of a request.
 * Other modules ask the collections here, mark their controllers with {@link se.samlad.ground.access.RequiresRole} or
 * {@link se.samlad.ground.access.RequiresScope}, and find the person behind the request in {@link se.samlad.ground.access.Viewer}.
 * Uses storage, audit, web, geography and dispatch.
 */
@ApplicationModule(displayName = "access")
@NullMarked
package se.samlad.ground.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
