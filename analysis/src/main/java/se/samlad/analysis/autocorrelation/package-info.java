/**
 * Do high values lie beside high ones, and where (Swedish: rumsligt samband)? Values of areas or cells and their neighbours
 * in, statistics with expectation, variance and p values out: Getis-Ord Gi and Gi*, local and global Moran's I, Geary's C,
 * global G.
 */
@NullMarked
package se.samlad.analysis.autocorrelation;

import org.jspecify.annotations.NullMarked;
