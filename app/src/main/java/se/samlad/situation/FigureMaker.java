package se.samlad.situation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.Hotspot;
import se.samlad.insight.PeriodFigures;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekSummary;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Hours;

/**
 * Computes a picture's figures as its group's audience, never the writer's, so that a signed figure can be made again: from incidents as
 * they were known at a moment where one is given, hotspots from the audience's own run.
 */
@Component
class FigureMaker {

  /** Below this no block of hours is named. */
  private static final int LEAST_DENSE = 5;

  private final WeekFigures weeks;
  private final SpotMaker spots;
  private final AnswerMaker answers;
  private final ActionMaker actions;
  private final ComingMaker coming;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Clock clock;

  FigureMaker(
      WeekFigures weeks,
      SpotMaker spots,
      AnswerMaker answers,
      ActionMaker actions,
      ComingMaker coming,
      Audiences audiences,
      Tenancy tenancy,
      Clock clock) {
    this.weeks = weeks;
    this.spots = spots;
    this.answers = answers;
    this.actions = actions;
    this.coming = coming;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The figures as they are now; a steering group's follow the leadership's rule of small numbers. */
  PictureFigures now(SituationPicture picture) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Audience audience = new Audience.Group(picture.group());
    Actor viewer = audiences.actor(audience);
    IsoWeek last = picture.covered().lastWeek();
    WeekSummary summary = weeks.of(audience, last);
    Counted counted = picture.covered().firstWeek().equals(last)
        ? new Counted(summary.incidents(), summary.before(), summary.lastYear())
        : counted(weeks.of(audience, selection(picture.covered())));
    PictureFigures figures = new PictureFigures(
        PictureFigures.METHOD,
        now,
        audience.key(),
        picture.covered().slug(),
        isOver(picture.covered(), now)
            ? Count.of(counted.total())
            : Count.of(counted.total()).withoutExpected(),
        counted.before(),
        boxed(counted.lastYear()),
        spots.of(audience, last),
        hours(last, summary.matrix()),
        tenancy.readAs(viewer, () -> answers.of(picture.covered())),
        tenancy.readAs(viewer, () -> actions.of(picture)),
        tenancy.readAs(viewer, () -> coming.of(picture.period())));
    return viewer.has(Role.LEADERSHIP) ? LeadershipView.of(figures) : figures;
  }

  /** A period that goes on cannot be held against whole ones. */
  private static boolean isOver(Period covered, Instant now) {
    return covered.last().isBefore(now.atZone(IsoWeek.ZONE).toLocalDate());
  }

  private record Counted(Figure total, int before, OptionalInt lastYear) {}

  private static Counted counted(PeriodFigures figures) {
    return new Counted(figures.total(), figures.before(), figures.lastYear());
  }

  /** What is counted today of what was known at the moment the figures were signed. */
  Count again(SituationPicture picture, PictureFigures signed) {
    return Count.of(weeks
        .of(
            new Audience.Group(picture.group()),
            selection(picture.covered()).withKnownAt(signed.knownAt()))
        .total());
  }

  private static Hours hours(IsoWeek last, int[][] counts) {
    IsoWeek first = last.plus(1 - Hotspot.WEEKS);
    return new Hours(
        String.valueOf(first.week()),
        String.valueOf(last.week()),
        counts,
        DensestHours.of(counts, LEAST_DENSE));
  }

  private static IncidentSelection selection(Period covered) {
    return IncidentSelection.between(covered.first(), covered.last().plusDays(1));
  }

  private static @org.jspecify.annotations.Nullable Integer boxed(OptionalInt number) {
    return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
  }
}
