package se.samlad.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the group agrees in the drawer (Swedish: beslut). Problem, goal and indicator are filled in by the meeting.
 *
 * @param hotspot what it is about; null when it is about a problem
 * @param problem what it is about when no hotspot is
 * @param title empty for the type's name at the place
 */
public record Agreement(
    @Nullable UUID hotspot,
    @Nullable UUID problem,
    String typeCode,
    String title,
    String place,
    @Nullable UUID ownerOrg,
    @Nullable UUID ownerMember,
    @Nullable LocalDate doneBy,
    @Nullable LocalDate followUpOn,
    List<String> measuredBy) {

  public Agreement {
    measuredBy = List.copyOf(measuredBy);
  }
}
