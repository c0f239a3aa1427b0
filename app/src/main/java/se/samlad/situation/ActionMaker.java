package se.samlad.situation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.Measures;
import se.samlad.situation.PictureFigures.Action;
import se.samlad.situation.PictureFigures.Actions;

/** The group's measures, those that go on first. What is confidential is not the group's to read, and so is in no count either. */
@Component
class ActionMaker {

  private static final Set<MeasureStatus> SHOWN = EnumSet.of(
      MeasureStatus.PROPOSED,
      MeasureStatus.COMMITTED,
      MeasureStatus.ONGOING,
      MeasureStatus.CARRIED_OUT,
      MeasureStatus.UNDER_EVALUATION);

  private final Measures measures;
  private final Organisations organisations;

  ActionMaker(Measures measures, Organisations organisations) {
    this.measures = measures;
    this.organisations = organisations;
  }

  /** As they stand on the day of the meeting. */
  Actions of(SituationPicture picture) {
    LocalDate day = picture.meetingOn();
    List<Measure> shown =
        measures.list(MeasureFilter.all().inGroup(picture.group()).withStatuses(SHOWN)).stream()
            .filter(measure -> !measure.confidential())
            .toList();
    Map<UUID, String> names = organisations.list().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return new Actions(
        (int) shown.stream().filter(measure -> measure.status().running()).count(),
        (int) shown.stream().filter(measure -> measure.overdue(day)).count(),
        shown.stream()
            .sorted(Comparator.comparing((Measure measure) -> !measure.status().running())
                .thenComparing(Measure::doneBy)
                .thenComparing(Measure::id))
            .map(measure -> new Action(
                measure.id(),
                measure.title(),
                names.getOrDefault(measure.ownerOrg(), ""),
                measure.doneBy(),
                measure.status().name(),
                measure.overdue(day)))
            .toList());
  }
}
