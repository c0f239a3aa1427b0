/** The desk's own pages: the first start and administration. */
@NullMarked
package se.samlad.desk.web;

import org.jspecify.annotations.NullMarked;
