/** Proof of who somebody is: passwords, codes from an app, recovery codes, passkeys, and the wait after wrong guesses. */
@NullMarked
package se.samlad.ground.access.proof;

import org.jspecify.annotations.NullMarked;
