package se.samlad.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.followup.Zone.Part;
import se.samlad.followup.jdbc.PlanStore;
import se.samlad.followup.jdbc.ZoneStore;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.measure.Indicator;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureEvent;
import se.samlad.measure.Measures;

/**
 * Plans and judges evaluations. Who may see a measure may see its evaluation; its owner and the EST coordinator choose what is compared. Counts
 * are made for the audience of the measure's group, never the reader's, so that all read the same figures.
 */
@Service
public class Evaluations {

  private final Measures measures;
  private final PlanStore plans;
  private final ZoneStore zones;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Audit audit;
  private final Clock clock;

  Evaluations(
      Measures measures,
      PlanStore plans,
      ZoneStore zones,
      Audiences audiences,
      Tenancy tenancy,
      Audit audit,
      Clock clock) {
    this.measures = measures;
    this.plans = plans;
    this.zones = zones;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<EvaluationPlan> plan(UUID measure) {
    return plans.find(measures.get(measure).id());
  }

  /** What the system said when the measure was concluded. */
  @Transactional(readOnly = true)
  public Optional<Conclusion> kept(UUID measure) {
    return plans.kept(measures.get(measure).id());
  }

  /** Chooses what is compared. Earlier choices are kept; the newest stands. */
  @Transactional
  public void choose(UUID id, PlanDraft draft) {
    Measure measure = measures.get(id);
    if (!measures.actsOn(measure)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "followup.refused.notYours");
    }
    if (!measure.status().open()) {
      throw new Refused(Refused.Kind.CONFLICT, "followup.refused.closed");
    }
    EvaluationPlan plan = checked(measure, draft);
    plans.add(plan);
    audit.record("measure.evaluation_plan", "measure", id, Map.of("weeks", plan.weeks()));
  }

  private EvaluationPlan checked(Measure measure, PlanDraft draft) {
    Double easting = measure.easting();
    Double northing = measure.northing();
    if (easting == null || northing == null) {
      throw new InvalidInput("kontroll", "followup.problem.noPoint");
    }
    if (draft.weeks() < EvaluationPlan.LEAST_WEEKS || draft.weeks() > EvaluationPlan.MOST_WEEKS) {
      throw new InvalidInput(
          "veckor",
          "followup.problem.weeks",
          EvaluationPlan.LEAST_WEEKS,
          EvaluationPlan.MOST_WEEKS);
    }
    if (draft.bufferMeters() < 50 || draft.bufferMeters() > 1000) {
      throw new InvalidInput("buffert", "followup.problem.buffer");
    }
    LocalDate today = today();
    if (draft.effectOn().isBefore(today.minusYears(5))
        || draft.effectOn().isAfter(today.plusYears(2))) {
      throw new InvalidInput("verkan", "followup.problem.effect");
    }
    EvaluationPlan plan = new EvaluationPlan(
        Ids.next(),
        measure.id(),
        IsoWeek.of(draft.effectOn()),
        draft.weeks(),
        easting,
        northing,
        measure.watched().radiusMeters(),
        draft.bufferMeters(),
        draft.control(),
        draft.controlEasting(),
        draft.controlNorthing(),
        clock.instant(),
        CurrentActor.get().user());
    if (distance(plan) <= 2.0 * plan.outerMeters()) {
      throw new InvalidInput("kontroll", "followup.problem.tooNear");
    }
    return plan;
  }

  private static double distance(EvaluationPlan plan) {
    return Math.hypot(
        plan.easting() - plan.controlEasting(), plan.northing() - plan.controlNorthing());
  }

  /** The weeks after that have closed, at most those of the plan. */
  public int weeksSoFar(EvaluationPlan plan) {
    IsoWeek closed = IsoWeek.of(clock.instant()).plus(-1);
    return Math.clamp(plan.effectWeek().until(closed), 0, plan.weeks());
  }

  /** The judgement as of now; empty while fewer than four weeks have passed. */
  public Optional<Evaluation> of(Measure measure, EvaluationPlan plan) {
    int weeks = weeksSoFar(plan);
    if (weeks < EvaluationPlan.LEAST_WEEKS) {
      return Optional.empty();
    }
    IsoWeek effect = plan.effectWeek();
    IncidentSelection before = watched(measure, effect.plus(-weeks), effect.plus(-1));
    IncidentSelection after = watched(measure, effect.plus(1), effect.plus(weeks));
    Instant asOf = clock.instant();
    Audience audience = new Audience.Group(measure.group());
    return Optional.of(tenancy.readAs(audiences.actor(audience), () -> {
      Map<Part, int[][]> counts = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        counts.put(part, new int[2][weeks]);
      }
      add(counts, plan, before, 0, plan.effectWeek().plus(-weeks));
      add(counts, plan, after, 1, plan.effectWeek().plus(1));
      Map<Part, Zone> zoned = new EnumMap<>(Part.class);
      counts.forEach((part, rows) -> zoned.put(part, Zone.of(rows[0], rows[1])));
      return Evaluation.of(plan, weeks, zoned, reporting(plan, before, after), asOf);
    }));
  }

  private void add(
      Map<Part, int[][]> counts,
      EvaluationPlan plan,
      IncidentSelection selection,
      int row,
      IsoWeek first) {
    for (ZoneStore.PartWeek seen : zones.byPartAndWeek(plan, selection)) {
      int[][] rows = Objects.requireNonNull(counts.get(seen.part()));
      rows[row][first.until(IsoWeek.of(seen.week()))] = seen.count();
    }
  }

  private Evaluation.Reporting reporting(
      EvaluationPlan plan, IncidentSelection before, IncidentSelection after) {
    Set<UUID> earlier = zones.organisations(plan, before);
    Set<UUID> later = zones.organisations(plan, after);
    Set<UUID> both = new HashSet<>(earlier);
    both.retainAll(later);
    return new Evaluation.Reporting(earlier.size() + later.size() - both.size(), both.size());
  }

  /** Incidents of the measure's indicator in the weeks. */
  static IncidentSelection watched(Measure measure, IsoWeek first, IsoWeek last) {
    Indicator indicator = measure.watched();
    return IncidentSelection.ofWeeks(first, last)
        .withReview(IncidentSelection.Review.PASSED)
        .withCategories(Set.copyOf(indicator.codes()))
        .withTimeOfWeek(indicator.weekdays(), indicator.fromHour(), indicator.toHour());
  }

  /** The week the measure took effect: when it was carried out, else when it should be done. */
  @Transactional(readOnly = true)
  public LocalDate effectOn(Measure measure) {
    return measures.history(measure.id()).stream()
        .filter(event -> event.kind() == MeasureEvent.Kind.CARRIED_OUT)
        .map(event -> LocalDate.ofInstant(event.at(), IsoWeek.ZONE))
        .findFirst()
        .orElse(measure.doneBy());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }
}
