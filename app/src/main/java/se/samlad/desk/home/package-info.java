/** Home (Swedish: hem): the week's turn, what is to be done before the meeting, and how things stand, by role. */
@NullMarked
package se.samlad.desk.home;

import org.jspecify.annotations.NullMarked;
