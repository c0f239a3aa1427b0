package se.samlad.situation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.CalendarEntries;
import se.samlad.ground.calendar.CalendarEntry;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;

/** What the municipality expects: entered here, told in the block Att vänta. */
@Controller
@RequestMapping("/lagesbilder/kalender")
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER})
class CalendarPages {

  private static final int DAYS_AHEAD = 120;
  private static final int DAYS_BACK = 7;

  private final CalendarEntries entries;
  private final MessageSource messages;
  private final Clock clock;

  CalendarPages(CalendarEntries entries, MessageSource messages, Clock clock) {
    this.entries = entries;
    this.messages = messages;
    this.clock = clock;
  }

  /** The page: lines by day, and what was typed. */
  record Page(List<Line> lines, boolean writes, List<Choice> kinds, Typed typed) {}

  /** An entry's line. */
  record Line(UUID id, String day, String time, String title, String kind) {}

  /** The form as it was sent. */
  record Typed(
      String slag,
      String titel,
      String dag,
      String kl,
      String slut,
      String slutkl,
      boolean arligen) {
    static Typed nothing() {
      return new Typed("GATHERING", "", "", "", "", "", false);
    }
  }

  @GetMapping
  String show(Model model, Locale locale) {
    model.addAttribute("page", page(Typed.nothing(), locale));
    return "situation/calendar";
  }

  @PostMapping
  @RequiresRole(Role.COORDINATOR)
  ModelAndView add(
      @RequestParam(name = "slag", defaultValue = "") String kind,
      @RequestParam(name = "titel", defaultValue = "") String title,
      @RequestParam(name = "dag", defaultValue = "") String day,
      @RequestParam(name = "kl", defaultValue = "") String time,
      @RequestParam(name = "slut", defaultValue = "") String lastDay,
      @RequestParam(name = "slutkl", defaultValue = "") String endTime,
      @RequestParam(name = "arligen", defaultValue = "nej") String yearly,
      RedirectAttributes flash,
      Locale locale) {
    Typed typed = new Typed(kind, title, day, time, lastDay, endTime, yearly.equals("ja"));
    try {
      entries.add(entry(typed));
      flash.addFlashAttribute("notice", "situation.calendar.added");
      return new ModelAndView("redirect:/lagesbilder/kalender");
    } catch (InvalidInput invalid) {
      InputProblem problem = invalid.problems().getFirst();
      ModelAndView again = new ModelAndView("situation/calendar", HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("page", page(typed, locale));
      again.addObject(
          "errors",
          List.of(new FieldError(
              problem.field(),
              messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale))));
      return again;
    }
  }

  @PostMapping("/{id}/bort")
  @RequiresRole(Role.COORDINATOR)
  String remove(@PathVariable("id") UUID id, RedirectAttributes flash) {
    entries.remove(id);
    flash.addFlashAttribute("notice", "situation.calendar.removed");
    return "redirect:/lagesbilder/kalender";
  }

  private static CalendarEntries.NewEntry entry(Typed typed) {
    CalendarEntry.Kind kind = Arrays.stream(CalendarEntry.Kind.values())
        .filter(one -> one.name().equals(typed.slag()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("slag", "calendar.input.kind"));
    LocalDate first = day("dag", typed.dag());
    LocalDate last = typed.slut().isBlank() ? first : day("slut", typed.slut());
    boolean wholeDays = typed.kl().isBlank();
    Instant start = at(first, wholeDays ? LocalTime.MIDNIGHT : time("kl", typed.kl()));
    Instant end = wholeDays
        ? at(last.plusDays(1), LocalTime.MIDNIGHT)
        : typed.slutkl().isBlank() ? start : at(last, time("slutkl", typed.slutkl()));
    return new CalendarEntries.NewEntry(kind, typed.titel(), start, end, typed.arligen());
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(IsoWeek.ZONE).toInstant();
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() >= 2000 && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Told below, as a day outside its bounds.
    }
    throw new InvalidInput(field, "calendar.input.day");
  }

  private static LocalTime time(String field, String text) {
    String plain = text.strip().replace('.', ':');
    try {
      return LocalTime.parse(plain.indexOf(':') == 1 ? "0" + plain : plain);
    } catch (DateTimeParseException e) {
      throw new InvalidInput(field, "calendar.input.time");
    }
  }

  private Page page(Typed typed, Locale locale) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    Formats formats = Formats.in(locale);
    return new Page(
        entries.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)).stream()
            .map(entry -> new Line(
                entry.id(),
                formats.weekday(entry.day()) + " " + formats.tableDate(entry.day()),
                entry.wholeDays() ? "" : formats.tableTime(entry.startsAt()),
                entry.title(),
                kind(entry.kind(), locale)))
            .toList(),
        CurrentActor.get().has(Role.COORDINATOR),
        Stream.of(CalendarEntry.Kind.values())
            .map(kind -> new Choice(kind.name(), kind(kind, locale)))
            .toList(),
        typed);
  }

  private String kind(CalendarEntry.Kind kind, Locale locale) {
    return messages.getMessage("calendar.kind." + kind.name(), null, locale);
  }
}
