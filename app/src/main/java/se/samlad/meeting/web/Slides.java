package se.samlad.meeting.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.calendar.CalendarEntries;
import se.samlad.ground.calendar.CalendarEntry;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.WeekSummary;
import se.samlad.measure.Measure;
import se.samlad.measure.Measures;
import se.samlad.meeting.Decision;
import se.samlad.meeting.Finding;
import se.samlad.meeting.GroupEyes;
import se.samlad.meeting.Meetings;
import se.samlad.meeting.web.MeetingAddress.At;

/** The pages of a meeting on the shared screen, one at a time. */
@Component
class Slides {

  private static final double NEAR_METERS = 300;

  private final Meetings meetings;
  private final Measures measures;
  private final GroupEyes eyes;
  private final Groups groups;
  private final Organisations organisations;
  private final Categories categories;
  private final CalendarEntries calendar;
  private final HotspotSentences sentences;
  private final Finding finding;
  private final HotspotSheet sheet;
  private final MeetingWords words;
  private final Clock clock;

  Slides(
      Meetings meetings,
      Measures measures,
      GroupEyes eyes,
      Groups groups,
      Organisations organisations,
      Categories categories,
      CalendarEntries calendar,
      HotspotSentences sentences,
      Finding finding,
      HotspotSheet sheet,
      MeetingWords words,
      Clock clock) {
    this.meetings = meetings;
    this.measures = measures;
    this.eyes = eyes;
    this.groups = groups;
    this.organisations = organisations;
    this.categories = categories;
    this.calendar = calendar;
    this.sentences = sentences;
    this.finding = finding;
    this.sheet = sheet;
    this.words = words;
    this.clock = clock;
  }

  /** What a page is about. */
  enum Kind {
    ATTENDANCE,
    MEASURES,
    SITUATION,
    PLACE,
    COMING,
    DECISIONS
  }

  /** A step of the row at the foot. */
  record Step(int number, String title, Kind kind, @Nullable Hotspot hotspot) {}

  /** A measure in a table. */
  record MeasureLine(Measure measure, String owner, boolean overdue, boolean mayClose) {}

  /** A category of a place. */
  record KindLine(String name, String count, String symbol, int width, String expected) {}

  /** A finding beside the map. */
  record Found(boolean hot, String text) {}

  /** One page. */
  record Slide(
      At at,
      int number,
      List<Step> steps,
      Kind kind,
      String heading,
      @Nullable Hotspot hotspot,
      @Nullable String map,
      List<HotspotSheet.Row> rows,
      List<KindLine> kinds,
      List<Found> found,
      List<MeasureLine> lines,
      List<String> present,
      List<String> absent,
      List<CalendarEntry> coming,
      int minutes,
      int ofMinutes,
      boolean list) {

    public boolean first() {
      return number == 1;
    }

    public boolean last() {
      return number == steps.size();
    }

    public Step now() {
      return steps.get(number - 1);
    }

    public Step next() {
      return steps.get(Math.min(number, steps.size() - 1));
    }
  }

  Slide show(At at, int wanted, boolean list) {
    HotspotRun run = eyes.hotspots(at.groupId(), at.meeting().week());
    List<Step> steps = steps(run);
    int number = Math.clamp(wanted, 1, steps.size());
    Step step = steps.get(number - 1);
    boolean guests = at.meeting().guests();
    Locale locale = words.locale();
    Hotspot hotspot = step.hotspot();
    boolean asList = list && !guests;
    String heading = heading(at, step, run, guests, locale);
    return new Slide(
        at,
        number,
        steps,
        step.kind(),
        heading,
        hotspot,
        hotspot == null || asList ? null : sheet.map(at, hotspot, guests, heading),
        hotspot == null || !asList ? List.of() : sheet.rows(at, hotspot),
        hotspot != null
            ? kinds(hotspot, guests, locale)
            : step.kind() == Kind.SITUATION ? weekKinds(at, guests, locale) : List.of(),
        found(at, step, run, guests, locale),
        lines(at, step),
        step.kind() == Kind.ATTENDANCE ? organisations(at, true) : List.of(),
        step.kind() == Kind.ATTENDANCE ? organisations(at, false) : List.of(),
        step.kind() == Kind.COMING
            ? calendar.between(at.period().first(), at.period().last().plusDays(7))
            : List.of(),
        minutes(at.meeting().startedAt()),
        at.group().meetingMinutes(),
        asList);
  }

  /** What has been agreed so far, as the group sees it. */
  List<MeasureLine> decided(At at) {
    Map<UUID, String> names = names();
    return meetings.decisions(at.meeting()).stream()
        .map(Decision::measure)
        .flatMap(id -> eyes.measure(at.groupId(), id).stream())
        .map(measure -> line(measure, names))
        .toList();
  }

  private List<Step> steps(HotspotRun run) {
    List<Step> steps = new ArrayList<>();
    add(steps, words.text("meeting.step.attendance"), Kind.ATTENDANCE, null);
    add(steps, words.text("meeting.step.measures"), Kind.MEASURES, null);
    add(steps, words.text("meeting.step.situation"), Kind.SITUATION, null);
    run.hotspots().forEach(hotspot -> add(steps, hotspot.name(), Kind.PLACE, hotspot));
    add(steps, words.text("meeting.step.coming"), Kind.COMING, null);
    add(steps, words.text("meeting.step.decisions"), Kind.DECISIONS, null);
    return List.copyOf(steps);
  }

  private static void add(List<Step> steps, String title, Kind kind, @Nullable Hotspot hotspot) {
    steps.add(new Step(steps.size() + 1, title, kind, hotspot));
  }

  private String heading(At at, Step step, HotspotRun run, boolean guests, Locale locale) {
    Hotspot hotspot = step.hotspot();
    return switch (step.kind()) {
      case PLACE -> hotspot == null ? step.title() : finding.heading(hotspot, guests, locale);
      case ATTENDANCE -> {
        int here = organisations(at, true).size();
        int away = organisations(at, false).size();
        yield words.text("meeting.heading.attendance", here, here + away);
      }
      case MEASURES -> {
        List<MeasureLine> lines = lines(at, step);
        long late = lines.stream().filter(MeasureLine::overdue).count();
        yield words.text("meeting.heading.measures", lines.size(), late);
      }
      case SITUATION ->
        finding.heading(eyes.week(at.groupId(), at.meeting().week()), guests, locale);
      case COMING -> step.title();
      case DECISIONS -> words.text("meeting.heading.decisions", decided(at).size());
    };
  }

  private List<Found> found(At at, Step step, HotspotRun run, boolean guests, Locale locale) {
    Hotspot hotspot = step.hotspot();
    if (hotspot != null) {
      return of(at, hotspot, guests, locale);
    }
    if (step.kind() != Kind.SITUATION) {
      return List.of();
    }
    WeekSummary week = eyes.week(at.groupId(), at.meeting().week());
    List<Found> found = new ArrayList<>();
    found.add(new Found(!run.hotspots().isEmpty(), finding.heading(run, locale)));
    found.add(new Found(false, finding.answered(week.incidents(), locale)));
    found.add(new Found(
        false, words.text("meeting.before", finding.count(week.before(), guests, locale))));
    week.lastYear()
        .ifPresent(count -> found.add(new Found(
            false, words.text("meeting.lastYear", finding.count(count, guests, locale)))));
    found.add(new Found(
        false, words.text("meeting.crime", finding.count(week.recordedCrime(), guests, locale))));
    return found;
  }

  private List<Found> of(At at, Hotspot hotspot, boolean guests, Locale locale) {
    List<Found> found = new ArrayList<>();
    Hotspot.Peak peak = hotspot.peak();
    if (!peak.isNone()) {
      found.add(new Found(
          true,
          words.text(
              "meeting.peak",
              finding.count(peak.count(), guests, locale),
              finding.count(hotspot.figure().value(), guests, locale),
              sentences.days(peak.days(), locale),
              peak.fromHour(),
              peak.toHour())));
    }
    hotspot
        .figure()
        .expected()
        .ifPresent(band -> found.add(new Found(
            false,
            words.text("meeting.band", Formats.in(locale).range(band.lower(), band.upper())))));
    found.add(new Found(
        false,
        words.text("meeting.certainty." + hotspot.certainty()) + " "
            + sentences.reported(hotspot, locale)));
    found.add(new Found(false, sentences.persistence(hotspot, locale)));
    found.add(new Found(false, before(at, hotspot, locale)));
    return found;
  }

  /** The last agreement about the place. */
  private String before(At at, Hotspot hotspot, Locale locale) {
    return eyes.openMeasures(at.groupId()).stream()
        .filter(measure -> sheet.distance(measure, hotspot) <= NEAR_METERS)
        .max(java.util.Comparator.comparing(Measure::createdAt))
        .map(measure -> words.text(
            "meeting.lastAgreed",
            measure.title(),
            words.text("measure.status." + measure.status()),
            Formats.in(locale).date(measure.doneBy())))
        .orElseGet(() -> words.text("meeting.nothingAgreed"));
  }

  private List<KindLine> kinds(Hotspot hotspot, boolean guests, Locale locale) {
    int most =
        hotspot.categories().stream().mapToInt(Hotspot.Share::count).max().orElse(1);
    List<KindLine> lines = new ArrayList<>();
    for (Hotspot.Share share : hotspot.categories()) {
      lines.add(new KindLine(
          name(share.categoryGroup(), locale),
          finding.count(share.count(), guests, locale),
          HotspotSheet.symbol(lines.size()),
          guests ? 0 : share.count() * 140 / most,
          ""));
    }
    return lines.size() > 5 ? List.copyOf(lines.subList(0, 5)) : List.copyOf(lines);
  }

  /** The kinds that happened in the week, against what was expected. */
  private List<KindLine> weekKinds(At at, boolean guests, Locale locale) {
    return eyes.week(at.groupId(), at.meeting().week()).categories().stream()
        .filter(figure -> figure.figure().value() > 0)
        .limit(6)
        .map(figure -> new KindLine(
            name(figure.categoryGroup(), locale),
            finding.count(figure.figure().value(), guests, locale),
            "",
            0,
            figure
                .figure()
                .expected()
                .map(band -> Formats.in(locale).range(band.lower(), band.upper()))
                .orElse("–")))
        .toList();
  }

  private String name(String code, Locale locale) {
    return categories
        .find(code)
        .map((Category category) -> category.name(locale.getLanguage()))
        .orElse(code);
  }

  private List<MeasureLine> lines(At at, Step step) {
    if (step.kind() == Kind.DECISIONS) {
      return decided(at);
    }
    if (step.kind() != Kind.MEASURES) {
      return List.of();
    }
    Map<UUID, String> names = names();
    List<UUID> now =
        meetings.decisions(at.meeting()).stream().map(Decision::measure).toList();
    return eyes.openMeasures(at.groupId()).stream()
        .filter(measure -> !now.contains(measure.id()))
        .map(measure -> line(measure, names))
        .sorted((a, b) -> Boolean.compare(b.overdue(), a.overdue()))
        .limit(9)
        .toList();
  }

  private MeasureLine line(Measure measure, Map<UUID, String> names) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), se.samlad.ground.calendar.IsoWeek.ZONE);
    return new MeasureLine(
        measure,
        names.getOrDefault(measure.ownerOrg(), ""),
        measure.overdue(today),
        measure.status().running() && measures.actsOn(measure));
  }

  private List<String> organisations(At at, boolean present) {
    Set<UUID> there = Set.copyOf(meetings.present(at.meeting()));
    Map<UUID, String> names = names();
    List<Groups.Seat> seats = groups.seats(at.groupId());
    Set<String> here = seats.stream()
        .filter(seat -> there.contains(seat.member()))
        .map(seat -> named(seat, names))
        .collect(Collectors.toSet());
    return seats.stream()
        .map(seat -> named(seat, names))
        .distinct()
        .filter(name -> here.contains(name) == present)
        .sorted()
        .toList();
  }

  private String named(Groups.Seat seat, Map<UUID, String> names) {
    UUID organisation = seat.organisation();
    return organisation == null
        ? words.text("meeting.noOrganisation")
        : names.getOrDefault(organisation, words.text("meeting.noOrganisation"));
  }

  private Map<UUID, String> names() {
    return organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  private int minutes(@Nullable Instant started) {
    return started == null
        ? 0
        : (int) Math.min(999, Duration.between(started, clock.instant()).toMinutes());
  }

  static String certainty(Certainty certainty) {
    return switch (certainty) {
      case CLEAR -> "clear";
      case LIKELY -> "likely";
      case UNCERTAIN -> "unsure";
    };
  }
}
