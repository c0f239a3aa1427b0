package se.samlad.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import se.samlad.analysis.season.AoristicWeek;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.Answers.Reach;
import se.samlad.insight.jdbc.AnswerStore;
import se.samlad.insight.jdbc.FigureStore;

/**
 * Figures of weeks and selections, made as the audience's own actor. A period is read against the 13 equally long ones before it, and
 * stands beside the answers of the units that were asked.
 */
@Service
public class WeekFigures {

  private static final int SERIES = 52;

  private final FigureStore store;
  private final AnswerStore answerStore;
  private final Units units;
  private final Pauses pauses;
  private final Categories categories;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Clock clock;

  WeekFigures(
      FigureStore store,
      AnswerStore answerStore,
      Units units,
      Pauses pauses,
      Categories categories,
      Audiences audiences,
      Tenancy tenancy,
      Clock clock) {
    this.store = store;
    this.answerStore = answerStore;
    this.units = units;
    this.pauses = pauses;
    this.categories = categories;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The week as the audience sees it; its matrix covers the last four weeks. */
  public WeekSummary of(Audience audience, IsoWeek week) {
    return asAudience(audience, () -> {
      IncidentSelection selection = HotspotFinder.selection(audience, week, week);
      PeriodFigures figures = figures(audience, selection, week, 1, false);
      WeekMatrix matrix =
          matrix(HotspotFinder.selection(audience, week.plus(1 - Hotspot.WEEKS), week));
      return new WeekSummary(
          week,
          figures.total(),
          figures.before(),
          figures.lastYear(),
          figures.series(),
          matrix.counts(),
          figures.categories(),
          figures.recordedCrime(),
          figures.unreviewed());
    });
  }

  /** The selection's whole weeks as the audience sees it: days of half weeks are taken as whole weeks. */
  public PeriodFigures of(Audience audience, IncidentSelection selection) {
    IsoWeek first = IsoWeek.of(selection.from());
    IsoWeek last = IsoWeek.of(selection.to().minusDays(1));
    IncidentSelection whole = selection
        .withPeriod(first.monday(), last.monday().plusWeeks(1))
        .withReview(HotspotFinder.reviewOf(audience));
    return asAudience(audience, () -> figures(audience, whole, last, first.until(last) + 1, true));
  }

  private <T> T asAudience(Audience audience, java.util.function.Supplier<T> work) {
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    return java.util.Objects.requireNonNull(tenancy.readAs(audiences.actor(audience), work));
  }

  private PeriodFigures figures(
      Audience audience, IncidentSelection selection, IsoWeek last, int weeks, boolean matrix) {
    Instant asOf = clock.instant();
    IsoWeek oldest = last.plus(
        1 - Math.max(SERIES + WeekCounts.PERIODS, weeks * (WeekCounts.PERIODS + 1)) - weeks);
    Answers answers = new Answers(units.list(), pauses.paused(), answerStore.between(oldest, last));
    Reach reach = Reach.of(audience, CurrentActor.get()).about(selection.areas());
    WeekCounts counts = new WeekCounts(
        store.byWeekAndGroup(selection.withPeriod(oldest.monday(), selection.to())),
        answers.heard());
    int sources = store.organisations(selection);
    Reading reading = new Reading(counts, answers, reach, sources, asOf);
    return new PeriodFigures(
        last.plus(1 - weeks),
        last,
        reading.figure(last, weeks),
        counts.total(last.plus(-weeks), weeks),
        counts.totalIfHeard(last.plus(-SERIES), weeks),
        reading.figure(last, 1),
        counts.series(last, SERIES, answers, reach),
        matrix ? matrix(selection) : WeekMatrix.of(new AoristicWeek(IsoWeek.ZONE).result(), 0),
        byCategory(reading, last, weeks),
        store.recordedCrime(last.plus(1 - weeks), last, selection.areas()),
        counts.unreviewed(last, weeks));
  }

  private record Reading(
      WeekCounts counts, Answers answers, Reach reach, int sources, Instant asOf) {

    Figure figure(IsoWeek last, int weeks) {
      return figure(counts.total(last, weeks), counts.expected(last, weeks), last, weeks);
    }

    Figure figure(int value, Optional<Figure.Expected> expected, IsoWeek last, int weeks) {
      IsoWeek first = last.plus(1 - weeks);
      return new Figure(
          value,
          expected,
          sources,
          answers.answered(first, last, reach),
          answers.asked(first, last, reach),
          asOf);
    }
  }

  private WeekMatrix matrix(IncidentSelection selection) {
    AoristicWeek week = new AoristicWeek(IsoWeek.ZONE);
    int untimed = store.spans(selection, week::add);
    return WeekMatrix.of(week.result(), untimed);
  }

  private List<CategoryFigure> byCategory(Reading reading, IsoWeek last, int weeks) {
    Set<String> seen = new TreeSet<>(reading.counts().groups());
    List<String> order = new ArrayList<>();
    for (Category category : categories.current()) {
      if (category.parent() == null && seen.remove(category.code())) {
        order.add(category.code());
      }
    }
    order.addAll(seen);
    return order.stream()
        .map(group -> new CategoryFigure(
            group,
            reading.figure(
                reading.counts().of(group, last, weeks),
                reading.counts().expected(group, last, weeks),
                last,
                weeks),
            reading.counts().of(group, last.plus(-weeks), weeks)))
        .filter(figure -> figure.figure().value() > 0 || figure.before() > 0)
        .toList();
  }
}
