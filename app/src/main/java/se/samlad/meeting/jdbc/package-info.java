/** Meetings in the database. */
@NullMarked
package se.samlad.meeting.jdbc;

import org.jspecify.annotations.NullMarked;
