package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.dispatch.MailServer;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.NavItem;
import se.samlad.reporting.Deadlines;
import se.samlad.reporting.Deadlines.Deadline;

/** {@code /tackning/svarsdag}: when the answers of a week are due, who is reminded, and which weeks nobody is asked about. */
@Controller
@RequestMapping("/tackning/svarsdag")
@RequiresRole({Role.ADMINISTRATOR, Role.COORDINATOR})
class WeekSettingsPages {

  private static final String HERE = "redirect:/tackning/svarsdag";

  private final Deadlines deadlines;
  private final Pauses pauses;
  private final Groups groups;
  private final Organisations organisations;
  private final MailServer mail;
  private final MessageSource messages;

  WeekSettingsPages(
      Deadlines deadlines,
      Pauses pauses,
      Groups groups,
      Organisations organisations,
      MailServer mail,
      MessageSource messages) {
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.groups = groups;
    this.organisations = organisations;
    this.mail = mail;
    this.messages = messages;
  }

  /** A deadline in words. */
  record Line(@Nullable UUID group, String name, String when, String reminds) {}

  /** A pause in words. */
  record PauseLine(UUID id, String title, String whose, String days) {}

  /** What was typed about a deadline. */
  record Typed(
      String grupp, String dag, String veckor, String kl, String timmar, boolean paminner) {}

  /** What was typed about a pause. */
  record TypedPause(String titel, String vem, String start, String slut, boolean arligen) {}

  /** What the page shows. */
  record Page(
      List<Line> deadlines,
      List<PauseLine> pauses,
      List<Choice> groups,
      List<Choice> days,
      List<Choice> weeks,
      List<Choice> organisations,
      Typed typed,
      TypedPause pause,
      boolean mail) {}

  @Bean
  static NavItem weekSettingsLink() {
    return NavItem.admin(
        50, "/tackning/svarsdag", "weekly.settings.title", "kalender", Role.ADMINISTRATOR);
  }

  @GetMapping
  String show(Locale locale, Model model) {
    return show(standing(), new TypedPause("", "", "", "", false), locale, model);
  }

  @PostMapping
  String set(
      @RequestParam(defaultValue = "") String grupp,
      @RequestParam(defaultValue = "") String dag,
      @RequestParam(defaultValue = "") String veckor,
      @RequestParam(defaultValue = "") String kl,
      @RequestParam(defaultValue = "") String timmar,
      @RequestParam(defaultValue = "nej") String paminner,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Typed typed = new Typed(grupp, dag, veckor, kl, timmar, paminner.equals("ja"));
    try {
      deadlines.set(new Deadline(
          grupp.isBlank() ? null : id("grupp", grupp),
          day(dag),
          number("veckor", veckor, "weekly.input.weeks"),
          time(kl),
          number("timmar", timmar, "weekly.input.hours"),
          typed.paminner()));
    } catch (InvalidInput invalid) {
      model.addAttribute("errors", errors(invalid, locale));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(typed, new TypedPause("", "", "", "", false), locale, model);
    }
    flash.addFlashAttribute("notice", "weekly.settings.saved");
    return HERE;
  }

  @PostMapping("/grupp/{id}/bort")
  String remove(@PathVariable("id") UUID id) {
    deadlines.remove(id);
    return HERE;
  }

  @PostMapping("/uppehall")
  String pause(
      @RequestParam(defaultValue = "") String titel,
      @RequestParam(defaultValue = "") String vem,
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String slut,
      @RequestParam(defaultValue = "nej") String arligen,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    TypedPause typed = new TypedPause(titel, vem, start, slut, arligen.equals("ja"));
    try {
      UUID whose = vem.isBlank() ? null : organisations.get(id("vem", vem)).id();
      pauses.add(whose, titel, date("start", start), date("slut", slut), typed.arligen());
    } catch (InvalidInput invalid) {
      model.addAttribute("errors", errors(invalid, locale));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(standing(), typed, locale, model);
    }
    flash.addFlashAttribute("notice", "weekly.settings.pause.added");
    return HERE;
  }

  @PostMapping("/uppehall/{id}/bort")
  String resume(@PathVariable("id") UUID id, RedirectAttributes flash) {
    pauses.remove(id);
    flash.addFlashAttribute("notice", "weekly.settings.pause.removed");
    return HERE;
  }

  private Typed standing() {
    Deadline others = deadlines.plan().forOthers();
    return new Typed(
        "",
        String.valueOf(others.closesOn().getValue()),
        String.valueOf(others.weeksAfter()),
        Formats.in(Locale.of("sv")).tableTime(others.closesAt()),
        String.valueOf(others.remindHours()),
        others.reminds());
  }

  private String show(Typed typed, TypedPause pause, Locale locale, Model model) {
    List<WorkingGroup> working = groups.list().stream()
        .filter(group -> group.level() != GroupLevel.STEERING)
        .toList();
    Formats formats = Formats.in(locale);
    Deadlines.Plan plan = deadlines.plan();
    List<Line> lines = new ArrayList<>();
    lines.add(line(plan.forOthers(), say(locale, "weekly.settings.others"), locale));
    for (WorkingGroup group : working) {
      plan.deadlines().stream()
          .filter(deadline -> group.id().equals(deadline.group()))
          .forEach(deadline -> lines.add(line(deadline, group.name(), locale)));
    }
    model.addAttribute(
        "page",
        new Page(
            lines,
            pauses.list().stream().map(one -> pauseLine(one, formats, locale)).toList(),
            choices(
                say(locale, "weekly.settings.others"),
                working.stream().map(group -> new Choice(group.id().toString(), group.name()))),
            Stream.of(DayOfWeek.values())
                .map(day -> new Choice(String.valueOf(day.getValue()), weekday(day, locale)))
                .toList(),
            List.of(
                new Choice("0", say(locale, "weekly.settings.weeks.0")),
                new Choice("1", say(locale, "weekly.settings.weeks.1"))),
            choices(
                say(locale, "weekly.settings.pause.everybody"),
                organisations.list().stream()
                    .map(one -> new Choice(one.id().toString(), one.name()))),
            typed,
            pause,
            mail.sends()));
    return "reporting/week-settings";
  }

  private Line line(Deadline deadline, String name, Locale locale) {
    Formats formats = Formats.in(locale);
    return new Line(
        deadline.group(),
        name,
        say(
            locale,
            "weekly.settings.is",
            weekday(deadline.closesOn(), locale),
            say(locale, "weekly.settings.weeks." + deadline.weeksAfter()).toLowerCase(locale),
            formats.tableTime(deadline.closesAt())),
        deadline.reminds()
            ? say(locale, "weekly.settings.is.reminds", deadline.remindHours())
            : say(locale, "weekly.settings.is.silent"));
  }

  private PauseLine pauseLine(Pauses.Pause pause, Formats formats, Locale locale) {
    UUID whose = pause.organisation();
    String days = formats.dates(pause.first(), pause.last());
    return new PauseLine(
        pause.id(),
        pause.title(),
        whose == null
            ? say(locale, "weekly.settings.pause.everybody")
            : organisations.find(whose).map(Organisation::name).orElse(""),
        pause.yearly() ? days + ", " + say(locale, "weekly.settings.pause.yearly.is") : days);
  }

  private static List<Choice> choices(String first, Stream<Choice> others) {
    return Stream.concat(Stream.of(new Choice("", first)), others).toList();
  }

  private static String weekday(DayOfWeek day, Locale locale) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  private List<FieldError> errors(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map((InputProblem problem) -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }

  private static DayOfWeek day(String text) {
    if (!text.matches("[1-7]")) {
      throw new InvalidInput("dag", "weekly.input.choice");
    }
    return DayOfWeek.of(Integer.parseInt(text));
  }

  private static int number(String field, String text, String messageKey) {
    if (!text.strip().matches("[0-9]{1,3}")) {
      throw new InvalidInput(field, messageKey, 167);
    }
    return Integer.parseInt(text.strip());
  }

  private static UUID id(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw new InvalidInput(field, "weekly.input.choice");
    }
  }

  private static LocalTime time(String text) {
    String plain = text.strip().replace('.', ':');
    try {
      return LocalTime.parse(plain.indexOf(':') == 1 ? "0" + plain : plain);
    } catch (DateTimeParseException e) {
      throw new InvalidInput("kl", "weekly.input.time");
    }
  }

  private static LocalDate date(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() >= 2000 && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Told below, as a day outside its bounds.
    }
    throw new InvalidInput(field, "weekly.input.day");
  }

  private String say(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
