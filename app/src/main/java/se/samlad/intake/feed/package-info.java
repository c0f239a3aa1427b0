/**
 * Feeds (Swedish: flöden): other systems that are asked now and then. Off until an administrator switches one on; what went wrong is told
 * in a sentence, and the pause grows until it goes well again.
 */
@NullMarked
package se.samlad.intake.feed;

import org.jspecify.annotations.NullMarked;
