/** The pages of the guard: the municipality's own numbers. */
@NullMarked
package se.samlad.ground.privacy.web;

import org.jspecify.annotations.NullMarked;
