package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.Incidents;
import se.samlad.incident.TextReview;
import se.samlad.reporting.ReportTexts.State;
import se.samlad.reporting.ReportTexts.Stretch;
import se.samlad.reporting.ReportTexts.Words;

/** {@code /handelser/{id}/text/{source}}: a text word by word, to mask words for good and to mark it reviewed. Each reading is recorded. */
@Controller
@RequestMapping("/handelser/{incident}/text/{source}")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class TextPages {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern STRETCH = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

  private final TextReview texts;
  private final Incidents incidents;
  private final Told told;

  TextPages(TextReview texts, Incidents incidents, Told told) {
    this.texts = texts;
    this.incidents = incidents;
    this.told = told;
  }

  /**
   * A word.
   *
   * @param stretch its place, start-end
   * @param doubted whether the guard doubts it
   */
  record Word(String stretch, String word, boolean doubted) {}

  @GetMapping
  String show(
      @PathVariable("incident") UUID incident, @PathVariable("source") UUID source, Model model) {
    IncidentRow row =
        incidents.find(incident).orElseThrow(() -> new NotFound("incident " + incident));
    if (!texts.reviews(source)) {
      throw new NotFound("text of " + source);
    }
    Words words = texts.read(source);
    model.addAttribute("words", words(words));
    model.addAttribute("length", words.standing().length());
    model.addAttribute("doubtful", words.standing().state() == State.DOUBTFUL);
    model.addAttribute("address", InboxModel.PATH + "/" + incident + "/text/" + source);
    model.addAttribute(
        "crumbs",
        List.of(
            new Crumb(InboxModel.PATH, told.text("incident.nav")),
            new Crumb(InboxModel.PATH + "/" + incident, row.number()),
            new Crumb("", told.text("incident.text.title"))));
    return "incident/text";
  }

  @PostMapping("/maskering")
  String mask(
      @PathVariable("incident") UUID incident,
      @PathVariable("source") UUID source,
      @RequestParam(required = false) @Nullable List<String> ord,
      @RequestParam int langd,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return answered(incident, source, model, response, () -> {
      texts.mask(source, stretches(ord), langd);
      flash.addFlashAttribute("notice", "incident.text.masked");
      return "redirect:" + InboxModel.PATH + "/" + incident + "/text/" + source;
    });
  }

  @PostMapping("/granskad")
  String markReviewed(
      @PathVariable("incident") UUID incident,
      @PathVariable("source") UUID source,
      @RequestParam int langd,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return answered(incident, source, model, response, () -> {
      Partial.done(flash, "TEXT", texts.markReviewed(source, langd));
      return "redirect:" + InboxModel.PATH + "/" + incident;
    });
  }

  private String answered(
      UUID incident,
      UUID source,
      Model model,
      HttpServletResponse response,
      java.util.function.Supplier<String> work) {
    try {
      return work.get();
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      model.addAttribute("errors", told.errors(invalid));
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      model.addAttribute("errors", List.of(new FieldError("ord", told.refusal(refused))));
    }
    return show(incident, source, model);
  }

  private static List<Stretch> stretches(@Nullable List<String> sent) {
    List<Stretch> stretches = new ArrayList<>();
    for (String each : sent == null ? List.<String>of() : sent) {
      Matcher matcher = STRETCH.matcher(each);
      if (!matcher.matches()) {
        throw new InvalidInput("ord", "texts.mask.outside");
      }
      stretches.add(
          new Stretch(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }
    return stretches;
  }

  private static List<Word> words(Words words) {
    List<Word> all = new ArrayList<>();
    Matcher matcher = WORD.matcher(words.text());
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      all.add(new Word(start + "-" + end, matcher.group(), doubted(words.doubts(), start, end)));
    }
    return all;
  }

  private static boolean doubted(List<TextGuard.Hit> doubts, int start, int end) {
    return doubts.stream().anyMatch(hit -> hit.start() < end && start < hit.end());
  }
}
