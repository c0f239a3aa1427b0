/** The edge of access: filter chains, role checks, and the pages for signing in and out. */
@NullMarked
package se.samlad.ground.access.web;

import org.jspecify.annotations.NullMarked;
