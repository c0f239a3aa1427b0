/** What the server does when more comes in than it gets through. */
@NullMarked
package se.samlad.ground.web.load;

import org.jspecify.annotations.NullMarked;
