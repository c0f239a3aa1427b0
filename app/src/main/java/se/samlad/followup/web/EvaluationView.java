package se.samlad.followup.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.analysis.effect.Estimate;
import se.samlad.analysis.effect.Verdict;
import se.samlad.followup.Evaluation;
import se.samlad.followup.EvaluationPlan;
import se.samlad.followup.Evaluations;
import se.samlad.followup.Zone;
import se.samlad.followup.Zone.Part;
import se.samlad.followup.web.EvaluationPage.Answer;
import se.samlad.followup.web.EvaluationPage.Count;
import se.samlad.followup.web.EvaluationPage.Row;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.Formats;
import se.samlad.insight.WeekLabels;
import se.samlad.measure.Dose;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.problem.Problems;

/** Puts the page together. */
@Component
class EvaluationView {

  /** Below this many incidents before, a share says little. */
  private static final int FEW = 20;

  private final Measures measures;
  private final Evaluations evaluations;
  private final PlanForms forms;
  private final Problems problems;
  private final EvaluationMap map;
  private final EffectWords words;

  EvaluationView(
      Measures measures,
      Evaluations evaluations,
      PlanForms forms,
      Problems problems,
      EvaluationMap map,
      EffectWords words) {
    this.measures = measures;
    this.evaluations = evaluations;
    this.forms = forms;
    this.problems = problems;
    this.map = map;
    this.words = words;
  }

  EvaluationPage of(UUID id, PlanForms.Typed typed) {
    Measure measure = measures.get(id);
    Optional<EvaluationPlan> plan = evaluations.plan(id);
    Optional<Evaluation> evaluation = plan.flatMap(chosen -> evaluations.of(measure, chosen));
    boolean acts = measures.actsOn(measure);
    return new EvaluationPage(
        List.of(
            new Crumb("/atgarder", words.say("crumb.measures")),
            new Crumb("/atgarder/" + id, words.say("crumb.measure", measure.number())),
            new Crumb("", words.say("title"))),
        measure,
        words.say("question", measure.title()),
        evaluation.map(found -> answer(measure, found)).orElse(null),
        evaluation.isPresent() ? null : waiting(measure, plan),
        evaluations.kept(id).map(words::of).orElse(null),
        acts && measure.status().open() && measure.easting() != null
            ? forms.of(measure, plan, typed)
            : null,
        acts && decides(measure.status())
            ? Arrays.stream(Outcome.values())
                .map(each -> new Choice(each.name(), words.say("outcome." + each)))
                .toList()
            : List.of());
  }

  private static boolean decides(MeasureStatus status) {
    return status == MeasureStatus.CARRIED_OUT || status == MeasureStatus.UNDER_EVALUATION;
  }

  private String waiting(Measure measure, Optional<EvaluationPlan> plan) {
    if (measure.easting() == null) {
      return words.say("waiting.noPoint");
    }
    if (plan.isEmpty()) {
      return words.say("waiting.noPlan");
    }
    EvaluationPlan chosen = plan.get();
    IsoWeek earliest = chosen.effectWeek().plus(EvaluationPlan.LEAST_WEEKS + 1);
    return words.say(
        "waiting.weeks",
        chosen.control(),
        EvaluationPlan.LEAST_WEEKS,
        words.formats().number(evaluations.weeksSoFar(chosen)),
        earliest.week(),
        String.valueOf(earliest.year()));
  }

  private Answer answer(Measure measure, Evaluation evaluation) {
    EvaluationPlan plan = evaluation.plan();
    Formats formats = words.formats();
    Estimate local = evaluation.verdict().difference().local();
    String before =
        label(plan.effectWeek().plus(-evaluation.weeks()), plan.effectWeek().plus(-1));
    String after = label(plan.effectWeek().plus(1), plan.effectWeek().plus(evaluation.weeks()));
    Zone target = evaluation.zone(Part.TARGET);
    String told = words.say(
        "chart.words",
        measure.place(),
        formats.number(target.sumBefore()),
        formats.number(target.sumAfter()),
        formats.number(evaluation.weeks()));
    double level = evaluation.verdict().parameters().level();
    return new Answer(
        words.of(evaluation),
        CertaintyCode.of(evaluation.certainty()),
        words.say(
            "lead",
            formats.number(evaluation.weeks()),
            formats.number(evaluation.reporting().both()),
            formats.number(evaluation.reporting().either())),
        counts(measure, evaluation),
        EffectCharts.weeks(
            plan,
            target,
            evaluation.zone(Part.CONTROL),
            words.say("flag", plan.effectWeek().week()),
            told,
            formats),
        map.draw(plan, measure.place()),
        words.say(
            "map.note",
            formats.number(plan.radiusMeters()),
            formats.number(plan.bufferMeters()),
            plan.control()),
        before,
        after,
        rows(measure, evaluation),
        EffectCharts.interval(
            local, level, words.say("interval.none"), interval(local, level), formats),
        careful(measure, evaluation),
        how(evaluation));
  }

  private String label(IsoWeek first, IsoWeek last) {
    return WeekLabels.of(
        first, last, org.springframework.context.i18n.LocaleContextHolder.getLocale());
  }

  private List<Count> counts(Measure measure, Evaluation evaluation) {
    Formats formats = words.formats();
    Zone target = evaluation.zone(Part.TARGET);
    Zone buffer = evaluation.zone(Part.BUFFER);
    Estimate local = evaluation.verdict().difference().local();
    double level = evaluation.verdict().parameters().level();
    List<Count> counts = new ArrayList<>();
    counts.add(new Count(
        words.say("count.target", measure.place()),
        fromTo(target),
        change(target),
        words.say("count.control", fromTo(evaluation.zone(Part.CONTROL)))));
    counts.add(new Count(
        words.say("count.buffer", formats.number(evaluation.plan().bufferMeters())),
        fromTo(buffer),
        words.say("count.change", formats.signed(buffer.change())),
        words.say("count.controlBuffer", fromTo(evaluation.zone(Part.CONTROL_BUFFER)))));
    counts.add(new Count(
        words.say("count.difference"),
        formats.signed(Math.round(local.value())),
        interval(local, level),
        words.say(local.interval(level).contains(0) ? "count.zeroInside" : "count.zeroOutside")));
    dose(measure)
        .ifPresent(dose -> counts.add(new Count(
            words.say("count.dose"),
            words.say(
                dose.done() >= dose.planned()
                    ? "dose.yes"
                    : dose.done() == 0 ? "dose.no" : "dose.partly"),
            words.say(
                "dose.of",
                formats.number(dose.done()),
                formats.number(dose.planned()),
                dose.unit()),
            "")));
    return counts;
  }

  private Optional<Dose> dose(Measure measure) {
    return measures.history(measure.id()).stream()
        .flatMap(event -> Optional.ofNullable(event.dose()).stream())
        .findFirst();
  }

  private String fromTo(Zone zone) {
    return words.formats().number(zone.sumBefore()) + " → "
        + words.formats().number(zone.sumAfter());
  }

  private String change(Zone zone) {
    String change = words.formats().signed(zone.change());
    return zone.sumBefore() < FEW
        ? words.say("count.change", change)
        : words.say(
            "count.change.share",
            change,
            words.formats().signed(Math.round(100.0 * zone.change() / zone.sumBefore())));
  }

  private String interval(Estimate estimate, double level) {
    Estimate.Interval interval = estimate.interval(level);
    return words.say(
        "interval",
        words.formats().signed(Math.round(interval.lower())),
        words.formats().signed(Math.round(interval.upper())));
  }

  private List<Row> rows(Measure measure, Evaluation evaluation) {
    EvaluationPlan plan = evaluation.plan();
    return List.of(
        row(words.say("row.target", measure.place()), evaluation.zone(Part.TARGET)),
        row(
            words.say("row.buffer", words.formats().number(plan.bufferMeters())),
            evaluation.zone(Part.BUFFER)),
        row(words.say("row.control", plan.control()), evaluation.zone(Part.CONTROL)),
        row(words.say("row.controlBuffer"), evaluation.zone(Part.CONTROL_BUFFER)));
  }

  private Row row(String name, Zone zone) {
    Formats formats = words.formats();
    return new Row(
        name,
        formats.number(zone.sumBefore()),
        formats.number(zone.sumAfter()),
        formats.signed(zone.change()));
  }

  /** Plain warnings: what makes the answer weaker than it looks. */
  private List<String> careful(Measure measure, Evaluation evaluation) {
    List<String> careful = new ArrayList<>();
    EvaluationPlan plan = evaluation.plan();
    Formats formats = words.formats();
    if (evaluation.preliminary()) {
      careful.add(words.say(
          "careful.preliminary", formats.number(evaluation.weeks()), formats.number(plan.weeks())));
    }
    String more = words.weeksMore(evaluation);
    if (!more.isEmpty()) {
      careful.add(more);
    }
    if (evaluation.zone(Part.TARGET).sumBefore() < FEW) {
      careful.add(words.say("careful.few", FEW));
    }
    if (evaluation.reporting().both() < evaluation.reporting().either()) {
      careful.add(words.say(
          "careful.reporters",
          formats.number(
              evaluation.reporting().either() - evaluation.reporting().both())));
    }
    if (!plan.chosenBeforehand()) {
      careful.add(words.say("careful.late", formats.date(plan.chosenAt())));
    }
    if (problems.get(measure.problem()).hotspot() != null) {
      careful.add(words.say("careful.chosenHigh"));
    }
    if (evaluation.weeks() < EvaluationPlan.MOST_WEEKS) {
      careful.add(words.say("careful.season"));
    }
    return careful;
  }

  private String how(Evaluation evaluation) {
    Formats formats = words.formats();
    Verdict verdict = evaluation.verdict();
    Estimate moved = verdict.difference().displacement();
    Verdict.Parameters parameters = verdict.parameters();
    return words.say(
        "how",
        formats.signed(Math.round(verdict.difference().local().value())),
        interval(verdict.difference().local(), parameters.level()),
        formats.signed(Math.round(moved.value())),
        interval(moved, parameters.level()),
        formats.percent(parameters.level()),
        formats.decimal(parameters.dispersion(), 2),
        formats.number(parameters.draws()),
        String.valueOf(parameters.seed()),
        formats.moment(evaluation.asOf()));
  }
}
