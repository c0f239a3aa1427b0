/** What the administrator follows and sets up that belongs to no module alone: the sending of messages. */
@NullMarked
package se.samlad.desk.admin;

import org.jspecify.annotations.NullMarked;
