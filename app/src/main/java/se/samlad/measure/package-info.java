/**
 * Steps 4 and 5, insats och samverkanspartner: measures with owner, goal, indicator and dates. The group agrees, each organisation
 * commits its own part; where a measure stands is told by appended events. Uses problem, insight, incident, catalogue and ground.
 */
@ApplicationModule(displayName = "measure")
@NullMarked
package se.samlad.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
