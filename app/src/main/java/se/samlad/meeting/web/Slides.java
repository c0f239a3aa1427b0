package se.samlad.meeting.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.CalendarEntries;
import se.samlad.ground.calendar.CalendarEntry;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.WeekSummary;
import se.samlad.meeting.Finding;
import se.samlad.meeting.GroupEyes;
import se.samlad.meeting.web.MeetingAddress.At;
import se.samlad.meeting.web.MeetingLines.Attendance;
import se.samlad.meeting.web.MeetingLines.MeasureLine;
import se.samlad.meeting.web.SlideFacts.Found;
import se.samlad.meeting.web.SlideFacts.KindLine;

/** The pages of a meeting on the shared screen, one at a time. */
@Component
class Slides {

  private static final int COMING_DAYS = 7;
  private static final Attendance NOBODY = new Attendance(List.of(), List.of());

  private final GroupEyes eyes;
  private final MeetingLines lines;
  private final SlideFacts facts;
  private final CalendarEntries calendar;
  private final Finding finding;
  private final HotspotSheet sheet;
  private final MeetingWords words;
  private final Clock clock;

  Slides(
      GroupEyes eyes,
      MeetingLines lines,
      SlideFacts facts,
      CalendarEntries calendar,
      Finding finding,
      HotspotSheet sheet,
      MeetingWords words,
      Clock clock) {
    this.eyes = eyes;
    this.lines = lines;
    this.facts = facts;
    this.calendar = calendar;
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

  /** What a page shows beside its heading; each kind fills its own part. */
  record Content(
      String heading,
      @Nullable String map,
      List<HotspotSheet.Row> rows,
      List<KindLine> kinds,
      List<Found> found,
      List<MeasureLine> lines,
      Attendance attendance,
      List<CalendarEntry> coming) {

    static Content of(String heading) {
      return new Content(
          heading, null, List.of(), List.of(), List.of(), List.of(), NOBODY, List.of());
    }

    Content withLines(List<MeasureLine> measures) {
      return new Content(heading, map, rows, kinds, found, measures, attendance, coming);
    }

    Content withFacts(List<KindLine> newKinds, List<Found> newFound) {
      return new Content(heading, map, rows, newKinds, newFound, lines, attendance, coming);
    }

    Content with(Attendance there) {
      return new Content(heading, map, rows, kinds, found, lines, there, coming);
    }

    Content with(@Nullable String drawn, List<HotspotSheet.Row> listed) {
      return new Content(heading, drawn, listed, kinds, found, lines, attendance, coming);
    }

    Content withComing(List<CalendarEntry> entries) {
      return new Content(heading, map, rows, kinds, found, lines, attendance, entries);
    }
  }

  /** One page. */
  record Slide(
      At at,
      int number,
      List<Step> steps,
      Content content,
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

    public Kind kind() {
      return now().kind();
    }

    public String heading() {
      return content.heading();
    }

    public @Nullable Hotspot hotspot() {
      return now().hotspot();
    }
  }

  /** The agenda: a step for each page. */
  List<Step> steps(At at) {
    return steps(eyes.hotspots(at.groupId(), at.meeting().week()));
  }

  Slide show(At at, int wanted, boolean list) {
    HotspotRun run = eyes.hotspots(at.groupId(), at.meeting().week());
    List<Step> steps = steps(run);
    int number = Math.clamp(wanted, 1, steps.size());
    boolean asList = list && !at.meeting().guests();
    return new Slide(
        at,
        number,
        steps,
        content(at, steps.get(number - 1), run, asList),
        minutes(at.meeting().startedAt()),
        at.group().meetingMinutes(),
        asList);
  }

  private Content content(At at, Step step, HotspotRun run, boolean list) {
    return switch (step.kind()) {
      case ATTENDANCE -> attendance(at);
      case MEASURES -> measures(at);
      case SITUATION -> situation(at, run);
      case PLACE -> place(at, java.util.Objects.requireNonNull(step.hotspot()), list);
      case COMING ->
        Content.of(step.title())
            .withComing(
                calendar.between(at.period().first(), at.period().last().plusDays(COMING_DAYS)));
      case DECISIONS -> {
        List<MeasureLine> decided = lines.decided(at);
        yield Content.of(words.text("meeting.heading.decisions", decided.size()))
            .withLines(decided);
      }
    };
  }

  private Content attendance(At at) {
    Attendance there = lines.attendance(at);
    int all = there.present().size() + there.absent().size();
    return Content.of(words.text("meeting.heading.attendance", there.present().size(), all))
        .with(there);
  }

  private Content measures(At at) {
    List<MeasureLine> before = lines.before(at);
    long late = before.stream().filter(MeasureLine::overdue).count();
    return Content.of(words.text("meeting.heading.measures", before.size(), late))
        .withLines(before);
  }

  private Content situation(At at, HotspotRun run) {
    boolean guests = at.meeting().guests();
    WeekSummary week = eyes.week(at.groupId(), at.meeting().week());
    return Content.of(finding.heading(week, guests, words.locale()))
        .withFacts(facts.kinds(week, guests), facts.of(at, week, run));
  }

  private Content place(At at, Hotspot hotspot, boolean list) {
    boolean guests = at.meeting().guests();
    Locale locale = words.locale();
    String heading = finding.heading(hotspot, guests, locale);
    return Content.of(heading)
        .withFacts(facts.kinds(hotspot, guests), facts.of(at, hotspot))
        .with(
            list ? null : sheet.map(at, hotspot, guests, heading),
            list ? sheet.rows(at, hotspot) : List.of());
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

  private int minutes(@Nullable Instant started) {
    return started == null
        ? 0
        : (int) Math.min(999, Duration.between(started, clock.instant()).toMinutes());
  }
}
