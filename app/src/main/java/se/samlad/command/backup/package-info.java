/** Backup and restore: every row of every table in one file, with counts and checksums that the restore is held to. */
@NullMarked
package se.samlad.command.backup;

import org.jspecify.annotations.NullMarked;
