/**
 * Names of people in text (Swedish: namn): lists of given names and surnames with their number of bearers, held as hashes, the words of
 * everyday language and of the map that look like names, and the rules that tell a name from them.
 */
@NullMarked
package se.samlad.ground.privacy.names;

import org.jspecify.annotations.NullMarked;
