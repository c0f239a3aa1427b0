/**
 * Step 1, files from outside (Swedish: import): reads a delivery by one of a few fixed profiles, checks each row, gives it a key that makes a
 * repeated delivery harmless, and hands batches to a {@link se.samlad.intake.RowTarget} of an upper module. Knows files, rows and keys; not what
 * becomes of them. Uses catalogue, geography, access and the ground below.
 */
@ApplicationModule(displayName = "intake")
@NullMarked
package se.samlad.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
