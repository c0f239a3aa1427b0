package se.samlad.followup.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.followup.Comparison;
import se.samlad.followup.Comparisons;
import se.samlad.followup.EvaluationPlan;
import se.samlad.followup.Evaluations;
import se.samlad.followup.PlanDraft;
import se.samlad.followup.web.EvaluationPage.Parameters;
import se.samlad.followup.web.EvaluationPage.Place;
import se.samlad.followup.web.EvaluationPage.PlanForm;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Places;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.measure.Measure;

/** The form that chooses what a measure is compared with: what it offers, and what was typed. */
@Component
class PlanForms {

  private final Comparisons comparisons;
  private final Evaluations evaluations;
  private final Places places;
  private final EffectWords words;

  PlanForms(Comparisons comparisons, Evaluations evaluations, Places places, EffectWords words) {
    this.comparisons = comparisons;
    this.evaluations = evaluations;
    this.places = places;
    this.words = words;
  }

  /** As typed. */
  record Typed(
      @Nullable String verkan,
      @Nullable String veckor,
      @Nullable String buffert,
      @Nullable String kontroll) {

    static final Typed NOTHING = new Typed(null, null, null, null);
  }

  PlanForm of(Measure measure, Optional<EvaluationPlan> plan, Typed typed) {
    Parameters parameters = parameters(measure, plan, typed);
    LocalDate effectOn = day(parameters.effectOn()).orElseGet(() -> evaluations.effectOn(measure));
    int weeks = whole(parameters.weeks())
        .filter(each -> each >= EvaluationPlan.LEAST_WEEKS && each <= EvaluationPlan.MOST_WEEKS)
        .orElse(EvaluationPlan.DEFAULT_WEEKS);
    int buffer = whole(parameters.buffer())
        .filter(each -> each >= 50 && each <= 1000)
        .orElse(EvaluationPlan.DEFAULT_BUFFER);
    Comparisons.Offer offer = comparisons.offer(measure, IsoWeek.of(effectOn), weeks, buffer);
    return new PlanForm(
        parameters,
        words.say(
            "plan.own",
            measure.place(),
            words.formats().number(offer.own().before()),
            words.formats().number(offer.own().bufferBefore())),
        offer.others().stream().map(this::place).toList(),
        plan.isPresent());
  }

  private Parameters parameters(Measure measure, Optional<EvaluationPlan> plan, Typed typed) {
    return new Parameters(
        or(
            typed.verkan(),
            () -> plan.map(each -> each.effectWeek().monday())
                .orElseGet(() -> evaluations.effectOn(measure))
                .toString()),
        or(
            typed.veckor(),
            () -> String.valueOf(
                plan.map(EvaluationPlan::weeks).orElse(EvaluationPlan.DEFAULT_WEEKS))),
        or(
            typed.buffert(),
            () -> String.valueOf(
                plan.map(EvaluationPlan::bufferMeters).orElse(EvaluationPlan.DEFAULT_BUFFER))));
  }

  private Place place(Comparison place) {
    return new Place(
        place.key(),
        place.name(),
        words.say(
            "plan.counts",
            words.formats().number(place.before()),
            words.formats().number(place.bufferBefore())));
  }

  /** Refuses what was typed and cannot be read; what was not typed is as usual. */
  void check(Typed typed) {
    if (typed.verkan() != null) {
      effectOn(typed);
    }
    if (typed.veckor() != null) {
      weeks(typed);
    }
    if (typed.buffert() != null) {
      buffer(typed);
    }
  }

  /** What was chosen, checked as far as a form can be. */
  PlanDraft draft(Typed typed) {
    LocalDate effectOn = effectOn(typed);
    int weeks = weeks(typed);
    int buffer = buffer(typed);
    Comparison control = places.named().stream()
        .map(place -> new Comparison(place.name(), place.easting(), place.northing(), 0, 0))
        .filter(place -> place.key().equals(typed.kontroll()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("kontroll", "followup.problem.control"));
    return new PlanDraft(
        effectOn, weeks, buffer, control.name(), control.easting(), control.northing());
  }

  private static LocalDate effectOn(Typed typed) {
    return day(typed.verkan())
        .orElseThrow(() -> new InvalidInput("verkan", "followup.problem.effect"));
  }

  private static int weeks(Typed typed) {
    return whole(typed.veckor())
        .filter(each -> each >= EvaluationPlan.LEAST_WEEKS && each <= EvaluationPlan.MOST_WEEKS)
        .orElseThrow(() -> new InvalidInput(
            "veckor",
            "followup.problem.weeks",
            EvaluationPlan.LEAST_WEEKS,
            EvaluationPlan.MOST_WEEKS));
  }

  private static int buffer(Typed typed) {
    return whole(typed.buffert())
        .orElseThrow(() -> new InvalidInput("buffert", "followup.problem.buffer"));
  }

  private static String or(@Nullable String typed, java.util.function.Supplier<String> otherwise) {
    return typed == null ? otherwise.get() : typed;
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(each -> each.matches("[0-9]{1,4}"))
        .map(Integer::valueOf);
  }
}
