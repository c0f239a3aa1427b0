/** The audit trail (Swedish: logg över åtkomst och ändringar): one row per verb, in the same transaction as what it tells of. Uses storage. */
@ApplicationModule(displayName = "audit")
@NullMarked
package se.samlad.ground.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
