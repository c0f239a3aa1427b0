/** The page one starts the demo from. */
@NullMarked
package se.samlad.demo.web;

import org.jspecify.annotations.NullMarked;
