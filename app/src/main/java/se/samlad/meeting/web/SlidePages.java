package se.samlad.meeting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.measure.Measures;
import se.samlad.measure.Progress;
import se.samlad.meeting.Meetings;
import se.samlad.meeting.web.MeetingAddress.At;
import se.samlad.meeting.web.Slides.Slide;

/** S11: the meeting on the shared screen, the decision drawer, and what another screen polls for. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.LEADERSHIP})
class SlidePages {

  private final Meetings meetings;
  private final Measures measures;
  private final MeetingAddress address;
  private final Slides slides;
  private final MeetingLines lines;
  private final Drawer drawer;
  private final MeetingWords words;

  SlidePages(
      Meetings meetings,
      Measures measures,
      MeetingAddress address,
      Slides slides,
      MeetingLines lines,
      Drawer drawer,
      MeetingWords words) {
    this.meetings = meetings;
    this.measures = measures;
    this.address = address;
    this.slides = slides;
    this.lines = lines;
    this.drawer = drawer;
    this.words = words;
  }

  @PostMapping("/moten/{grupp}/{period}/start")
  String start(@PathVariable("grupp") String group, @PathVariable("period") String period) {
    At at = address.find(group, period);
    meetings.start(at.groupId(), at.period());
    return "redirect:" + at.path() + "/visa/1";
  }

  @GetMapping("/moten/{grupp}/{period}/visa/{sida}")
  String page(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("sida") int page,
      @RequestParam(name = "som", defaultValue = "karta") String as,
      @RequestParam(name = "nytt", defaultValue = "") String fresh,
      Model model) {
    At at = address.find(group, period);
    Slide slide = slides.show(at, page, as.equals("lista"));
    return show(model, at, slide, drawer.blank(slide), fresh, List.of());
  }

  @PostMapping("/moten/{grupp}/{period}/beslut")
  String decide(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @ModelAttribute("typed") AgreementForm typed,
      HttpServletResponse response,
      Model model) {
    At at = address.find(group, period);
    try {
      UUID measure = meetings.decide(at.groupId(), at.period(), typed.agreement());
      return "redirect:" + at.path() + "/visa/" + typed.page() + "?nytt=" + measure;
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, at, slides.show(at, typed.page(), false), typed, "", words.of(invalid));
    } catch (Refused refused) {
      response.setStatus(
          refused.kind() == Refused.Kind.NOT_ALLOWED
              ? HttpStatus.FORBIDDEN.value()
              : HttpStatus.CONFLICT.value());
      return show(model, at, slides.show(at, typed.page(), false), typed, "", words.of(refused));
    }
  }

  @PostMapping("/moten/{grupp}/{period}/beslut/{measure}/angrat")
  String undo(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("measure") UUID measure,
      @RequestParam(name = "sida", defaultValue = "1") int page) {
    At at = address.find(group, period);
    meetings.undo(at.groupId(), at.period(), measure);
    return "redirect:" + at.path() + "/visa/" + page;
  }

  /** Å: a measure of last time is done. */
  @PostMapping("/moten/{grupp}/{period}/klart/{measure}")
  String done(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("measure") UUID measure,
      @RequestParam(name = "sida", defaultValue = "2") int page) {
    At at = address.find(group, period);
    measures.report(measure, null, Progress.DONE, null, "");
    return "redirect:" + at.path() + "/visa/" + page;
  }

  /** What another screen asks for every few seconds: the agreements, 304 as long as nothing has happened. */
  @GetMapping("/moten/{grupp}/{period}/beslutslista")
  @Nullable
  String decided(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      WebRequest request,
      Model model) {
    At at = address.find(group, period);
    if (request.checkNotModified("m" + at.meeting().revision())) {
      return null;
    }
    model.addAttribute("decided", lines.decided(at));
    return "meeting/_decided :: list";
  }

  private String show(
      Model model, At at, Slide slide, AgreementForm typed, String fresh, List<FieldError> errors) {
    model.addAttribute("slide", slide);
    model.addAttribute("typed", typed);
    model.addAttribute("offers", drawer.offers(at));
    model.addAttribute("decided", lines.decided(at));
    model.addAttribute(
        "fresh",
        lines.decided(at).stream()
            .filter(line -> line.measure().id().toString().equals(fresh))
            .findFirst()
            .orElse(null));
    model.addAttribute("errors", errors);
    model.addAttribute(
        "name", words.text("meeting.title", at.group().name(), words.period(at.period())));
    return "meeting/slide";
  }
}
