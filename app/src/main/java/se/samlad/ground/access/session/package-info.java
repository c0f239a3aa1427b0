/** From a session to an actor: what the session holds (ids only), and how rights are read anew on each request. */
@NullMarked
package se.samlad.ground.access.session;

import org.jspecify.annotations.NullMarked;
