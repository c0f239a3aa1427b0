/**
 * Documents that leave the screen (Swedish: dokument): accessible PDF from our own templates. Uses storage.
 */
@ApplicationModule(
    displayName = "documents",
    allowedDependencies = {"ground.storage"})
@NullMarked
package se.samlad.ground.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
