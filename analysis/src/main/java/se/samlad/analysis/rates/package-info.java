/**
 * Rates of areas with few cases, told without league tables (Swedish: tal per invånare): empirical-Bayes smoothing, exact
 * intervals and funnel limits.
 */
@NullMarked
package se.samlad.analysis.rates;

import org.jspecify.annotations.NullMarked;
