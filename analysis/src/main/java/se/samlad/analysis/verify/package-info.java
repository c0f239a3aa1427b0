/**
 * Does this installation reckon right (Swedish: kontroll mot facit)? Folders with inputs and with values expected by
 * independent software are worked through and compared, a row for each group of values. May use every package of
 * the library and is used by the command line alone.
 */
@NullMarked
package se.samlad.analysis.verify;

import org.jspecify.annotations.NullMarked;
