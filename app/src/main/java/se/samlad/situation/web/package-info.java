/** The pages /lagesbilder. */
@NullMarked
package se.samlad.situation.web;

import org.jspecify.annotations.NullMarked;
