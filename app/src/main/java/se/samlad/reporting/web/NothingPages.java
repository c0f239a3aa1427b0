package se.samlad.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;
import se.samlad.reporting.UnitAnswers;
import tools.jackson.databind.json.JsonMapper;

/** Nothing to report (Swedish: inget att rapportera): one question for each of the member's units and weeks, with undo. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class NothingPages {

  private final UnitAnswers answers;
  private final Reports reports;
  private final SubmissionReader bodies;
  private final JsonMapper json;
  private final Clock clock;

  NothingPages(
      UnitAnswers answers, Reports reports, SubmissionReader bodies, JsonMapper json, Clock clock) {
    this.answers = answers;
    this.reports = reports;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /** One question, and how it stands. {@code id} is the answer's own, so that pressing twice answers once. */
  record Question(UUID id, UnitAnswers.OwnUnit unit, IsoWeek week, UnitAnswers.Answer answer) {

    public boolean open() {
      return answer.nothing() == 0 && answer.reports() == 0;
    }

    public boolean mine() {
      return answer.own().isPresent();
    }

    public @Nullable UUID own() {
      return answer.own().map(UnitAnswers.Own::id).orElse(null);
    }
  }

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/rapportera/inget")
  String ask(Model model) {
    IsoWeek thisWeek = IsoWeek.of(clock.instant());
    List<Question> questions = new ArrayList<>();
    for (UnitAnswers.OwnUnit unit : answers.units()) {
      for (IsoWeek week : List.of(thisWeek.plus(-1), thisWeek)) {
        questions.add(new Question(UUID.randomUUID(), unit, week, answers.of(unit.unit(), week)));
      }
    }
    model.addAttribute("questions", questions);
    model.addAttribute("thisWeek", thisWeek);
    return "reporting/nothing";
  }

  @PostMapping("/rapportera/inget")
  String answer(
      @RequestParam UUID id,
      @RequestParam UUID unit,
      @RequestParam UUID organisation,
      @RequestParam String vecka,
      RedirectAttributes flash) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("nothing", Map.of("period", vecka, "unit", unit.toString()));
    root.put("organisation", organisation.toString());
    byte[] body = json.writeValueAsBytes(root);
    reports.receive(id, body, bodies.read(body), "PLAIN_FORM");
    flash.addFlashAttribute("notice", "reporting.nothing.answered");
    return "redirect:/rapportera/inget";
  }

  @PostMapping("/rapportera/inget/{id}/angra")
  String undo(@PathVariable UUID id, @RequestParam UUID request, RedirectAttributes flash) {
    reports.withdraw(id, request);
    flash.addFlashAttribute("notice", "reporting.nothing.undone");
    return "redirect:/rapportera/inget";
  }
}
