/** Pictures for other systems. */
@NullMarked
package se.samlad.situation.api;

import org.jspecify.annotations.NullMarked;
