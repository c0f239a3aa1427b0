/**
 * The generated town (Swedish: demokommunen): Lindesta with its map, organisations, people and five years of history, and a thin
 * municipality beside it. Everything is made up, seeded and told relative to the clock's today. Fills the other modules through their
 * verbs where that is quick, and in bulk as the system where it is not. May use every module; only the command stands above it.
 */
@ApplicationModule(displayName = "demo")
@NullMarked
package se.samlad.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
