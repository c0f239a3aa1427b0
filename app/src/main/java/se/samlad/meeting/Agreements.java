package se.samlad.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.insight.Hotspot;
import se.samlad.insight.Hotspots;
import se.samlad.measure.Indicator;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.MeasureType;
import se.samlad.measure.Measures;
import se.samlad.measure.StatutoryDecision;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** Makes a measure of what the group agreed: problem, goal and indicator follow from what the page was about. */
@Component
class Agreements {

  private static final String TELL = "Tas om hand";

  private final Measures measures;
  private final Problems problems;
  private final Hotspots hotspots;

  Agreements(Measures measures, Problems problems, Hotspots hotspots) {
    this.measures = measures;
    this.problems = problems;
    this.hotspots = hotspots;
  }

  UUID propose(UUID group, Agreement agreement, LocalDate today) {
    Problem problem = problem(group, agreement);
    MeasureType type = measures.types().stream()
        .filter(candidate -> candidate.code().equals(agreement.typeCode()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("typ", "measure.input.type"));
    String place = agreement.place().isBlank() ? problem.title() : agreement.place();
    String title = agreement.title().isBlank() ? type.nameSv() + ", " + place : agreement.title();
    List<String> watched =
        agreement.measuredBy().isEmpty() ? problem.categories() : agreement.measuredBy();
    LocalDate doneBy = agreement.doneBy();
    LocalDate followUp = agreement.followUpOn();
    return measures.propose(new MeasureDraft(
        title,
        type.code(),
        problem.id(),
        place,
        agreement.ownerOrg(),
        agreement.ownerMember(),
        MeasureDraft.DEFAULT_DROP,
        "",
        Indicator.of(watched),
        doneBy,
        followUp,
        false,
        TELL,
        StatutoryDecision.NONE));
  }

  private Problem problem(UUID group, Agreement agreement) {
    UUID hotspotId = agreement.hotspot();
    if (hotspotId != null) {
      Hotspot hotspot = hotspots.get(hotspotId);
      return problems.get(problems.ofHotspot(hotspot, group));
    }
    UUID problemId = agreement.problem();
    Problem problem = problemId == null ? null : problems.find(problemId).orElse(null);
    if (problem == null || !problem.workedBy(group)) {
      throw new InvalidInput("problem", "measure.input.problem");
    }
    return problem;
  }
}
