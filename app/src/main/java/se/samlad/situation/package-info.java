/**
 * Step 3, lägesbild: the document a working group meets around and signs, in blocks, by group and period, with figures that stand still
 * once it is signed. Uses measure, insight and what lies below; tells upper modules by {@link se.samlad.situation.SituationPictureSigned}.
 */
@ApplicationModule(displayName = "situation")
@NullMarked
package se.samlad.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
