/**
 * The web edge every page shares: layout and menu, wording, formatting, errors, response headers, charts and settings. How a module adds
 * a page is told in {@code package.md}. Uses audit and storage.
 */
@ApplicationModule(
    displayName = "web",
    allowedDependencies = {"ground.storage", "ground.audit"})
@NullMarked
package se.samlad.ground.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
