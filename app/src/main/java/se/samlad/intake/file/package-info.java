/** How files become rows of text: encodings, separators, workbooks, and the limits they are read within; known to the intake module only. */
@NullMarked
package se.samlad.intake.file;

import org.jspecify.annotations.NullMarked;
