package se.samlad.reporting.web;

import java.time.Clock;
import java.time.Instant;
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
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Checklists;
import se.samlad.reporting.Deadlines;
import se.samlad.reporting.Reports;
import se.samlad.reporting.Statement;
import se.samlad.reporting.SubmissionReader;
import se.samlad.reporting.UnitAnswers;
import se.samlad.reporting.WeekStatements;
import tools.jackson.databind.json.JsonMapper;

/** Nothing to report (Swedish: inget att rapportera): one question for each of the member's units and weeks, with undo. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class NothingPages {

  private final UnitAnswers answers;
  private final Reports reports;
  private final WeekStatements statements;
  private final Deadlines deadlines;
  private final Checklists checklists;
  private final Units units;
  private final SubmissionReader bodies;
  private final JsonMapper json;
  private final Clock clock;

  NothingPages(
      UnitAnswers answers,
      Reports reports,
      WeekStatements statements,
      Deadlines deadlines,
      Checklists checklists,
      Units units,
      SubmissionReader bodies,
      JsonMapper json,
      Clock clock) {
    this.answers = answers;
    this.reports = reports;
    this.statements = statements;
    this.deadlines = deadlines;
    this.checklists = checklists;
    this.units = units;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /** One question, and how it stands. {@code id} is the answer's own, so that pressing twice answers once. */
  record Question(
      UUID id,
      UnitAnswers.OwnUnit unit,
      IsoWeek week,
      Instant due,
      Checklists.Checklist list,
      UnitAnswers.Answer answer) {

    public boolean open() {
      return !answer.given();
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
    Deadlines.Plan plan = deadlines.plan();
    List<Question> questions = new ArrayList<>();
    for (UnitAnswers.OwnUnit unit : answers.units()) {
      Unit whole = units.get(unit.unit());
      for (IsoWeek week : List.of(thisWeek.plus(-1), thisWeek)) {
        if (!plan.paused().holds(unit.organisation(), week)) {
          questions.add(new Question(
              UUID.randomUUID(),
              unit,
              week,
              plan.of(whole, week).at(),
              checklists.of(unit.organisation()),
              answers.of(unit.unit(), week)));
        }
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
      @RequestParam(defaultValue = "NOTHING") Statement svar,
      RedirectAttributes flash) {
    if (svar == Statement.REPORTED) {
      IsoWeek week =
          IsoWeek.parse(vecka).orElseThrow(() -> new InvalidInput("vecka", "input.period.far"));
      statements.reported(id, unit, week);
      flash.addFlashAttribute("notice", "reporting.nothing.answered");
      return "redirect:/rapportera/inget";
    }
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
