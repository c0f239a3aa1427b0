/**
 * Step 7, uppföljning: whether a measure helped and whether the problem only moved. What is compared with what is chosen before the figures
 * are seen and kept; the words come from the analysis library, and people decide. Uses measure, problem, insight, incident and ground.
 */
@ApplicationModule(displayName = "followup")
@NullMarked
package se.samlad.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
