/** The pages of the feeds under {@code /admin/floden}: switches, state, failures, and the hosts that may be asked. */
@NullMarked
package se.samlad.intake.feed.web;

import org.jspecify.annotations.NullMarked;
