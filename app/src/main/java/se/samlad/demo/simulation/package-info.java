/** A municipality with very many made-up incidents (Swedish: simulerad kommun), to measure speed with. */
@NullMarked
package se.samlad.demo.simulation;

import org.jspecify.annotations.NullMarked;
