/** The door of the API: bearer tokens, their scopes and how fast each may go. */
@NullMarked
package se.samlad.ground.access.token;

import org.jspecify.annotations.NullMarked;
