/** The small text formats the library reads and writes by itself: CSV and JSON (Swedish: tabell). */
@NullMarked
package se.samlad.analysis.table;

import org.jspecify.annotations.NullMarked;
