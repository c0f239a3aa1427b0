/**
 * Step 6, återkoppling: each reporter learns what the report led to. Listens to signed pictures and to measures, appends what is to be told,
 * and shows authors their own reports. Nothing is told of a measure before its owner has approved the text.
 */
@ApplicationModule(displayName = "feedback")
@NullMarked
package se.samlad.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
