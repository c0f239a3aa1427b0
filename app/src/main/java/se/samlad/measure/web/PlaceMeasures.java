package se.samlad.measure.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.Sentences;
import se.samlad.insight.Hotspot;
import se.samlad.insight.PlaceNotes;
import se.samlad.insight.WeekLabels;
import se.samlad.measure.Dose;
import se.samlad.measure.EarliestVerdict;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureEvent;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.Measures;

/**
 * Åtgärder som provats här: the measures the reader may see whose reach touches the place, the latest first. A measure reaches as far
 * around its own point as its indicator counts.
 */
@Component
class PlaceMeasures implements PlaceNotes {

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final Measures measures;
  private final Organisations organisations;
  private final EarliestVerdict verdict;
  private final Sentences sentences;

  PlaceMeasures(
      Measures measures,
      Organisations organisations,
      EarliestVerdict verdict,
      Sentences sentences) {
    this.measures = measures;
    this.organisations = organisations;
    this.verdict = verdict;
    this.sentences = sentences;
  }

  @Override
  public List<Note> at(Hotspot place) {
    Geometry outline = outline(place);
    return measures.list(MeasureFilter.all()).stream()
        .filter(measure -> reaches(measure, outline))
        .sorted(Comparator.comparing(Measure::createdAt).reversed())
        .map(this::note)
        .toList();
  }

  @Override
  public List<Action> actions(Hotspot place) {
    Actor actor = CurrentActor.get();
    boolean proposes = actor.has(Role.COORDINATOR) || actor.has(Role.GROUP_MEMBER);
    return proposes && place.rank() > 0
        ? List.of(new Action(
            sentences.text("measure.list.new"), "/atgarder/ny?hotspot=" + place.id(), true))
        : List.of();
  }

  Note note(Measure measure) {
    List<MeasureEvent> history = measures.history(measure.id());
    return new Note(
        measure.title(),
        "/atgarder/" + measure.id(),
        organisations.find(measure.ownerOrg()).map(Organisation::name).orElse(""),
        when(measure),
        done(measure, history),
        result(measure, history),
        sentences.text("measure.status." + measure.status()));
  }

  /** From the week it was agreed to the week it was or should be done. */
  private static String when(Measure measure) {
    Locale locale = LocaleContextHolder.getLocale();
    IsoWeek agreed = IsoWeek.of(measure.createdAt());
    IsoWeek last = IsoWeek.of(measure.doneBy());
    return measure.status().running() || last.compareTo(agreed) < 0
        ? WeekLabels.of(agreed, agreed, locale) + "–"
        : WeekLabels.of(agreed, last, locale);
  }

  private String done(Measure measure, List<MeasureEvent> history) {
    Dose dose = history.stream()
        .map(MeasureEvent::dose)
        .filter(said -> said != null)
        .findFirst()
        .orElse(null);
    if (dose != null) {
      return sentences.text("measure.dose.short", dose.done(), dose.planned(), dose.unit());
    }
    return switch (measure.status()) {
      case CARRIED_OUT, UNDER_EVALUATION, CONCLUDED -> sentences.text("measure.place.done");
      case DECLINED, CANCELLED -> sentences.text("measure.place.notDone");
      case PROPOSED, COMMITTED, ONGOING ->
        sentences.text("measure.place.by", day(measure.doneBy()));
    };
  }

  /** What people decided, or when there is something to judge. */
  private String result(Measure measure, List<MeasureEvent> history) {
    if (measure.status() == MeasureStatus.CONCLUDED) {
      return history.stream()
          .map(MeasureEvent::outcome)
          .filter(decided -> decided != null)
          .findFirst()
          .map(decided ->
              sentences.text("measure.place.decided", sentences.text("measure.outcome." + decided)))
          .orElse("");
    }
    if (!measure.status().open()) {
      return "";
    }
    EarliestVerdict.@Nullable Answer answer = verdict.of(measure);
    if (answer == null) {
      return "";
    }
    IsoWeek week = answer.week();
    return week == null
        ? sentences.text("measure.place.never")
        : sentences.text(
            "measure.place.judged",
            Formats.in(LocaleContextHolder.getLocale()).week(week.week()),
            String.valueOf(week.year()));
  }

  private static String day(LocalDate date) {
    return Formats.in(LocaleContextHolder.getLocale()).shortDate(date);
  }

  private static boolean reaches(Measure measure, Geometry outline) {
    Double easting = measure.easting();
    Double northing = measure.northing();
    return easting != null
        && northing != null
        && outline.isWithinDistance(
            POINTS.createPoint(new Coordinate(easting, northing)),
            measure.watched().radiusMeters());
  }

  private static Geometry outline(Hotspot place) {
    try {
      return new WKTReader(POINTS).read(place.wktSweref());
    } catch (ParseException unreadable) {
      throw new IllegalStateException("outline of hotspot " + place.id(), unreadable);
    }
  }
}
