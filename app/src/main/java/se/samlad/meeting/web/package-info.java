/** The meeting on the shared screen, its agenda and its minutes. */
@NullMarked
package se.samlad.meeting.web;

import org.jspecify.annotations.NullMarked;
