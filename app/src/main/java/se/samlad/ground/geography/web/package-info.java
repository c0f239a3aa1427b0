/** Addresses of the browser's base map. */
@NullMarked
package se.samlad.ground.geography.web;

import org.jspecify.annotations.NullMarked;
