/** The pages a reporter meets: the form, its receipt, nothing to report, and what a phone needs to do them without a network. */
@NullMarked
package se.samlad.reporting.web;

import org.jspecify.annotations.NullMarked;
