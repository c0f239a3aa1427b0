/** Samlad, the open system for EST: one package per part of the method, imports pointing down only (see ARCHITECTURE.md). */
@NullMarked
package se.samlad;

import org.jspecify.annotations.NullMarked;
