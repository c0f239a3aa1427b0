/** What the demo gives the command line: {@code samlad simulate}. */
@NullMarked
package se.samlad.demo.console;

import org.jspecify.annotations.NullMarked;
