/**
 * What the system tells its members outside the page they look at (Swedish: utskick): a message is read in the system by whom it is for,
 * and sent as mail where a mail server is set. Others post to the {@link se.samlad.ground.dispatch.Outbox}, in their own transaction and
 * once for each thing told; a background round sends with retry. Uses web, audit and storage; addresses come through
 * {@link se.samlad.ground.dispatch.Recipients}, which the module of the accounts implements.
 */
@ApplicationModule(displayName = "dispatch")
@NullMarked
package se.samlad.ground.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
