/** The catalogue as JSON, read by token. */
@NullMarked
package se.samlad.catalogue.api;

import org.jspecify.annotations.NullMarked;
