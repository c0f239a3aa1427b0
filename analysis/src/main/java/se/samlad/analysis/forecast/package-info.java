/**
 * Where the next week's incidents are likely, always beside the plain count of the past year and always with how often
 * that came true (Swedish: prognos och träffsäkerhet).
 */
@NullMarked
package se.samlad.analysis.forecast;

import org.jspecify.annotations.NullMarked;
