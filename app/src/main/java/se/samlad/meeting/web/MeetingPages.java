package se.samlad.meeting.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.Meetings;
import se.samlad.meeting.Minutes;
import se.samlad.meeting.Note;
import se.samlad.meeting.web.MeetingAddress.At;

/** S12: the meetings, one meeting's agenda, attendance, notes and agreements, and its minutes. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.LEADERSHIP})
class MeetingPages {

  private final Meetings meetings;
  private final Groups groups;
  private final Organisations organisations;
  private final MeetingAddress address;
  private final Slides slides;
  private final MeetingLines lines;
  private final MeetingWords words;

  MeetingPages(
      Meetings meetings,
      Groups groups,
      Organisations organisations,
      MeetingAddress address,
      Slides slides,
      MeetingLines lines,
      MeetingWords words) {
    this.meetings = meetings;
    this.groups = groups;
    this.organisations = organisations;
    this.address = address;
    this.slides = slides;
    this.lines = lines;
    this.words = words;
  }

  /** A meeting in a list. */
  record Link(String path, String name, Period period, boolean started, boolean closed) {}

  /** A group with its next meeting and those before. */
  record GroupCard(WorkingGroup group, Link next, List<Link> earlier) {}

  /** A seat with whether its member is there. */
  record SeatRow(UUID member, String name, String organisation, boolean deputy, boolean there) {}

  /** An item of the agenda with its note. */
  record Item(int number, String title, String key, Note note) {}

  record Page(
      List<Crumb> crumbs,
      At at,
      String name,
      List<SeatRow> seats,
      List<Item> items,
      List<MeetingLines.MeasureLine> decided,
      boolean coordinator) {}

  @GetMapping("/moten")
  String list(Model model) {
    Actor actor = CurrentActor.get();
    List<GroupCard> cards = new ArrayList<>();
    for (WorkingGroup group : groups.list()) {
      if (actor.has(Role.COORDINATOR) || actor.groups().contains(group.id())) {
        Period current = address.current(group);
        Meeting next = meetings.of(group.id(), current);
        cards.add(new GroupCard(
            group,
            link(group, next),
            meetings.list(group.id()).stream()
                .filter(meeting -> !meeting.period().equals(current))
                .map(meeting -> link(group, meeting))
                .toList()));
      }
    }
    model.addAttribute("cards", cards);
    return "meeting/list";
  }

  @GetMapping("/moten/{grupp}/{period}")
  String one(
      @PathVariable("grupp") String group, @PathVariable("period") String period, Model model) {
    At at = address.find(group, period);
    Map<UUID, String> names = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    Set<UUID> there = Set.copyOf(meetings.present(at.meeting()));
    String name = words.text("meeting.title", at.group().name(), words.period(at.period()));
    model.addAttribute(
        "page",
        new Page(
            List.of(
                new Crumb("/moten", words.text("meeting.nav")),
                new Crumb("", words.period(at.period()))),
            at,
            name,
            groups.seats(at.groupId()).stream()
                .map(seat -> new SeatRow(
                    seat.member(),
                    seat.name(),
                    named(seat.organisation(), names),
                    seat.deputy(),
                    there.contains(seat.member())))
                .toList(),
            items(at),
            lines.decided(at),
            CurrentActor.get().has(Role.COORDINATOR)));
    return "meeting/show";
  }

  @GetMapping("/moten/{grupp}/{period}/protokoll")
  String minutes(
      @PathVariable("grupp") String group, @PathVariable("period") String period, Model model) {
    At at = address.find(group, period);
    Minutes minutes = meetings.minutes(at.meeting());
    model.addAttribute("at", at);
    model.addAttribute("minutes", minutes);
    model.addAttribute("name", words.text("meeting.minutes.title", words.period(at.period())));
    return "meeting/minutes";
  }

  @PostMapping("/moten/{grupp}/{period}/narvaro")
  String attend(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "narvarande", required = false) @Nullable List<UUID> present,
      RedirectAttributes flash) {
    At at = address.find(group, period);
    meetings.attend(
        at.groupId(), at.period(), present == null ? Set.of() : new LinkedHashSet<>(present));
    return saved(at, flash, "meeting.done.attendance");
  }

  @PostMapping("/moten/{grupp}/{period}/anteckningar")
  String note(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "punkt", defaultValue = "") String item,
      @RequestParam(name = "anteckning", defaultValue = "") String text,
      RedirectAttributes flash) {
    At at = address.find(group, period);
    meetings.note(at.groupId(), at.period(), item, text);
    return saved(at, flash, "meeting.done.note");
  }

  @PostMapping("/moten/{grupp}/{period}/anteckningar/{punkt}/visning")
  String showNote(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("punkt") String item,
      RedirectAttributes flash) {
    At at = address.find(group, period);
    meetings.showNote(at.groupId(), at.period(), item);
    return saved(at, flash, "meeting.done.shown");
  }

  @PostMapping("/moten/{grupp}/{period}/rummet")
  String room(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "sekretess", defaultValue = "nej") String secrecy,
      @RequestParam(name = "gaster", defaultValue = "nej") String guests,
      RedirectAttributes flash) {
    At at = address.find(group, period);
    meetings.setRoom(at.groupId(), at.period(), secrecy.equals("ja"), guests.equals("ja"));
    return saved(at, flash, "meeting.done.room");
  }

  @PostMapping("/moten/{grupp}/{period}/avslut")
  String close(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      RedirectAttributes flash) {
    At at = address.find(group, period);
    meetings.close(at.groupId(), at.period());
    return saved(at, flash, "meeting.done.closed");
  }

  private static String saved(At at, RedirectAttributes flash, String notice) {
    flash.addFlashAttribute("notice", notice);
    return "redirect:" + at.path();
  }

  private List<Item> items(At at) {
    Map<String, Note> notes = meetings.notes(at.meeting());
    List<Item> items = new ArrayList<>();
    for (Slides.Step step : slides.steps(at)) {
      String key = key(step);
      items.add(new Item(step.number(), step.title(), key, notes.getOrDefault(key, Note.NONE)));
    }
    return items;
  }

  private static String key(Slides.Step step) {
    var hotspot = step.hotspot();
    return switch (step.kind()) {
      case ATTENDANCE -> "narvaro";
      case MEASURES -> "atgarder";
      case SITUATION -> "laget";
      case PLACE -> hotspot == null ? "plats" : "plats:" + hotspot.id();
      case COMING -> "vantar";
      case DECISIONS -> "beslut";
    };
  }

  private Link link(WorkingGroup group, Meeting meeting) {
    return new Link(
        "/moten/" + group.slug() + "/" + meeting.period().slug(),
        words.period(meeting.period()),
        meeting.period(),
        meeting.startedAt() != null,
        meeting.closed());
  }

  private static String named(@Nullable UUID organisation, Map<UUID, String> names) {
    return organisation == null ? "" : names.getOrDefault(organisation, "");
  }
}
