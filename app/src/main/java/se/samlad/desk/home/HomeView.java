package se.samlad.desk.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.desk.home.Home.Meeting;
import se.samlad.desk.home.Home.Step;
import se.samlad.desk.home.Home.Task;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.NavCount;
import se.samlad.insight.Coverage;
import se.samlad.insight.CoverageBoard;
import se.samlad.measure.Measure;
import se.samlad.measure.Measures;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** Puts the page together for whoever looks: the week's turn for the coordinator, what waits for the others. */
@Component
class HomeView {

  private static final int BOARD_WEEKS = 8;
  private static final String INBOX = "/handelser";

  private final Groups groups;
  private final Audiences audiences;
  private final List<NavCount> counts;
  private final Measures measures;
  private final SituationPictures pictures;
  private final Coverage coverage;
  private final StandingView standings;
  private final AnswersView answers;
  private final MessageSource messages;
  private final Clock clock;

  HomeView(
      Groups groups,
      Audiences audiences,
      List<NavCount> counts,
      Measures measures,
      SituationPictures pictures,
      Coverage coverage,
      StandingView standings,
      AnswersView answers,
      MessageSource messages,
      Clock clock) {
    this.groups = groups;
    this.audiences = audiences;
    this.counts = List.copyOf(counts);
    this.measures = measures;
    this.pictures = pictures;
    this.coverage = coverage;
    this.standings = standings;
    this.answers = answers;
    this.messages = messages;
    this.clock = clock;
  }

  /** What was counted for the tasks and the week's turn. */
  private record Work(
      int unreviewed,
      Optional<SituationPicture> picture,
      int ongoing,
      List<Measure> due,
      List<Measure> late,
      List<Measure> waiting) {}

  @Transactional(readOnly = true)
  Home of(Actor actor, Locale locale) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), IsoWeek.ZONE);
    LocalDate today = now.toLocalDate();
    Formats formats = Formats.in(locale);
    Optional<NextMeeting> meeting =
        group(actor).map(group -> NextMeeting.of(group, today, now.toLocalTime()));
    IsoWeek covered = IsoWeek.of(today).plus(-1);
    boolean follows = follows(actor);
    @Nullable CoverageBoard board = follows ? coverage.board(covered, BOARD_WEEKS) : null;
    StandingView.@Nullable Looked looked =
        seesFigures(actor) ? standings.of(audiences.of(actor), covered, board, locale) : null;
    Work work = work(actor, meeting, today);
    List<Task> tasks = tasks(actor, meeting, work, today, locale);
    return new Home(
        formats.longDate(today),
        say(locale, "desk.home.week", String.valueOf(IsoWeek.of(today).week())),
        meeting.map(next -> meeting(next, today, locale)).orElse(null),
        actor.has(Role.COORDINATOR) && looked != null
            ? steps(looked.summary().incidents().value(), covered, meeting, work, locale)
            : List.of(),
        tasks,
        (int) tasks.stream().filter(Task::done).count(),
        looked == null ? null : looked.standing(),
        board,
        actor.has(Role.COORDINATOR) && board != null
            ? answers.of(today, covered, board, locale)
            : List.of());
  }

  private static boolean follows(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.GROUP_MEMBER);
  }

  private static boolean seesFigures(Actor actor) {
    return follows(actor) || actor.has(Role.ORGANISATION_COORDINATOR) || actor.has(Role.LEADERSHIP);
  }

  /** The group the viewer sits in, else for the coordinator the first that works; steering groups meet seldom and come last. */
  private Optional<WorkingGroup> group(Actor actor) {
    return groups.list().stream()
        .filter(group -> actor.has(Role.COORDINATOR) || actor.groups().contains(group.id()))
        .min(Comparator.comparing((WorkingGroup group) -> !actor.groups().contains(group.id()))
            .thenComparing(group -> group.level() == GroupLevel.STEERING)
            .thenComparing(WorkingGroup::name));
  }

  private Work work(Actor actor, Optional<NextMeeting> meeting, LocalDate today) {
    boolean acts = actor.has(Role.COORDINATOR)
        || actor.has(Role.GROUP_MEMBER)
        || actor.has(Role.ORGANISATION_COORDINATOR);
    boolean reviews = actor.has(Role.COORDINATOR) || actor.has(Role.ORGANISATION_COORDINATOR);
    int unreviewed = reviews ? toPass() : 0;
    UUID group = meeting.map(next -> next.group().id()).orElse(null);
    return new Work(
        unreviewed,
        meeting.flatMap(next -> pictures.find(next.group().id(), next.period())),
        group == null ? 0 : measures.ongoingIn(group).size(),
        acts ? measures.followUpDue(today) : List.of(),
        acts ? measures.overdue() : List.of(),
        acts ? measures.awaitingAnswer(actor.requireUser()) : List.of());
  }

  /** The number beside Händelser in the menu: what waits for this viewer to pass. */
  private int toPass() {
    return counts.stream()
        .filter(count -> count.path().equals(INBOX))
        .mapToInt(NavCount::count)
        .sum();
  }

  private Meeting meeting(NextMeeting next, LocalDate today, Locale locale) {
    Formats formats = Formats.in(locale);
    String day = next.day().equals(today)
        ? say(locale, "desk.home.today")
        : next.day().equals(today.plusDays(1))
            ? say(locale, "desk.home.tomorrow")
            : formats.weekday(next.day()) + " " + formats.shortDate(next.day());
    String times = formats.times(next.at(), next.at().plusMinutes(next.group().meetingMinutes()));
    return new Meeting(
        say(locale, "desk.home.meeting", next.group().name(), day, times),
        next.group().meetingPlace(),
        next.path());
  }

  private List<Step> steps(
      int incidentsOfWeek,
      IsoWeek covered,
      Optional<NextMeeting> meeting,
      Work work,
      Locale locale) {
    Formats formats = Formats.in(locale);
    boolean signed = work.picture().filter(picture -> picture.state().locked()).isPresent();
    List<String> facts = List.of(
        say(
            locale,
            "desk.home.step.collect",
            formats.number(incidentsOfWeek),
            formats.week(covered.week())),
        work.unreviewed() == 0
            ? say(locale, "desk.home.step.review.done")
            : say(locale, "desk.home.step.review", formats.number(work.unreviewed())),
        work.picture()
            .map(picture -> pictureFact(picture, locale))
            .orElse(say(locale, "desk.home.step.picture.none")),
        meeting
            .map(next -> formats.weekday(next.day()) + " " + formats.shortDate(next.day()) + " "
                + formats.time(next.at()))
            .orElse(say(locale, "desk.home.step.meeting.none")),
        say(
            locale,
            "desk.home.step.measures",
            formats.number(work.ongoing()),
            formats.number(work.due().size())),
        say(locale, "desk.home.step.answers"));
    List<Boolean> done = List.of(true, work.unreviewed() == 0, signed, false, false, false);
    int now = done.indexOf(false);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      Step.State state = i == now ? Step.State.NOW : i < now ? Step.State.DONE : Step.State.COMING;
      steps.add(new Step(say(locale, "desk.home.step.name." + i), facts.get(i), state));
    }
    return steps;
  }

  private String pictureFact(SituationPicture picture, Locale locale) {
    return picture.state().locked()
        ? say(locale, "desk.home.step.picture.signed")
        : say(
            locale,
            "desk.home.step.picture",
            picture.blocksDone(),
            picture.blocks().size());
  }

  private List<Task> tasks(
      Actor actor, Optional<NextMeeting> meeting, Work work, LocalDate today, Locale locale) {
    List<Task> tasks = new ArrayList<>();
    if (actor.has(Role.COORDINATOR) || actor.has(Role.ORGANISATION_COORDINATOR)) {
      tasks.add(task(locale, "review", INBOX, work.unreviewed() == 0, work.unreviewed()));
    }
    if (actor.has(Role.COORDINATOR) && meeting.isPresent()) {
      tasks.add(pictureTask(meeting.get(), work, locale));
    }
    if (!work.waiting().isEmpty()) {
      tasks.add(
          task(locale, "answer", "/atgarder?vad=mina", false, work.waiting().size()));
    }
    if (actor.has(Role.COORDINATOR) || !work.due().isEmpty()) {
      int due = work.due().size();
      String fact = work.late().isEmpty()
          ? say(locale, "desk.home.task.follow.fact")
          : say(locale, "desk.home.task.follow.late", work.late().size());
      tasks.add(new Task(
          say(locale, due == 0 ? "desk.home.task.follow.done" : "desk.home.task.follow", due),
          due == 0 ? "" : fact,
          "/atgarder",
          say(locale, "desk.home.task.follow.action"),
          due == 0));
    }
    if (actor.has(Role.ADMINISTRATOR)) {
      tasks.add(task(locale, "faults", "/tillganglighet/synpunkter", false, 0));
    }
    return tasks;
  }

  private Task pictureTask(NextMeeting meeting, Work work, Locale locale) {
    boolean signed = work.picture().filter(picture -> picture.state().locked()).isPresent();
    String left = work.picture()
        .map(picture -> String.join(
            ", ",
            picture.blocks().stream()
                .filter(block -> !block.done())
                .map(PictureBlock::heading)
                .toList()))
        .orElse("");
    String fact = signed
        ? ""
        : work.picture().isEmpty()
            ? say(locale, "desk.home.task.picture.none")
            : left.isEmpty()
                ? say(locale, "desk.home.task.picture.sign")
                : say(locale, "desk.home.task.picture.left", left);
    return new Task(
        say(locale, signed ? "desk.home.task.picture.done" : "desk.home.task.picture"),
        fact,
        meeting.picturePath(),
        say(locale, "desk.home.task.picture.action"),
        signed);
  }

  private Task task(Locale locale, String name, String path, boolean done, int count) {
    String key = "desk.home.task." + name;
    return new Task(
        say(locale, done ? key + ".done" : key, count),
        done ? "" : say(locale, key + ".fact"),
        path,
        say(locale, key + ".action"),
        done);
  }

  private String say(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
