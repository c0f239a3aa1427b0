package se.samlad.followup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.followup.Evaluations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;

/** S15, Utvärdering: did it help, did it only move, and what do we make of it. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.REPORTER})
class EvaluationPages {

  static final String PATH = "/atgarder/{id}/utvardering";

  private final Evaluations evaluations;
  private final EvaluationView view;
  private final PlanForms forms;
  private final EffectWords words;

  EvaluationPages(
      Evaluations evaluations, EvaluationView view, PlanForms forms, EffectWords words) {
    this.evaluations = evaluations;
    this.view = view;
    this.forms = forms;
    this.words = words;
  }

  @GetMapping(PATH)
  String show(
      @PathVariable("id") UUID id,
      @ModelAttribute("typed") PlanForms.Typed typed,
      HttpServletResponse response,
      Model model) {
    try {
      forms.check(typed);
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(id, typed, sentences(invalid), model);
    }
    return show(id, typed, List.of(), model);
  }

  @PostMapping(PATH + "/upplagg")
  String choose(
      @PathVariable("id") UUID id,
      @ModelAttribute("typed") PlanForms.Typed typed,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    try {
      evaluations.choose(id, forms.draft(typed));
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(id, typed, sentences(invalid), model);
    } catch (Refused refused) {
      response.setStatus(
          refused.kind() == Refused.Kind.NOT_ALLOWED
              ? HttpStatus.FORBIDDEN.value()
              : HttpStatus.CONFLICT.value());
      return show(
          id,
          typed,
          List.of(new FieldError("kontroll", words.sentence(refused.messageKey()))),
          model);
    }
    flash.addFlashAttribute("notice", "followup.done.chosen");
    return "redirect:/atgarder/" + id + "/utvardering";
  }

  private List<FieldError> sentences(InvalidInput invalid) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            words.sentence(problem.messageKey(), problem.arguments().toArray())))
        .toList();
  }

  private String show(UUID id, PlanForms.Typed typed, List<FieldError> errors, Model model) {
    model.addAttribute("page", view.of(id, typed));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "followup/show";
  }
}
