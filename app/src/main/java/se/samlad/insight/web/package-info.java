/** Karta och analys (S8) and the page of a place (S9). */
@NullMarked
package se.samlad.insight.web;

import org.jspecify.annotations.NullMarked;
