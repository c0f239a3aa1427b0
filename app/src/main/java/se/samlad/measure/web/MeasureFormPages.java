package se.samlad.measure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.Measures;
import se.samlad.problem.Problem;

/** The form of a measure: a new one, or a change of one. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class MeasureFormPages {

  private final Measures measures;
  private final MeasureFormOffers offers;
  private final Proposal proposal;
  private final Sentences sentences;

  MeasureFormPages(
      Measures measures, MeasureFormOffers offers, Proposal proposal, Sentences sentences) {
    this.measures = measures;
    this.offers = offers;
    this.proposal = proposal;
    this.sentences = sentences;
  }

  @GetMapping("/atgarder/ny")
  String blank(
      @RequestParam(defaultValue = "") String hotspot,
      @RequestParam(defaultValue = "") String problem,
      @RequestParam(defaultValue = "") String grupp,
      Model model) {
    return show(model, proposal.suggested(hotspot, problem, grupp), null, List.of());
  }

  @PostMapping("/atgarder/ny")
  String propose(
      @ModelAttribute("typed") MeasureForm typed,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    try {
      UUID id = proposal.propose(typed);
      flash.addFlashAttribute("notice", "measure.done.proposed");
      return "redirect:/atgarder/" + id;
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, typed, null, sentences.of(invalid));
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      return show(model, typed, null, sentences.of("ansvarig", refused));
    }
  }

  @GetMapping("/atgarder/{id}/andra")
  String edit(@PathVariable("id") UUID id, Model model) {
    Measure measure = measures.get(id);
    return show(model, MeasureForm.of(measure), measure, List.of());
  }

  @PostMapping("/atgarder/{id}/andra")
  String change(
      @PathVariable("id") UUID id,
      @ModelAttribute("typed") MeasureForm typed,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    Measure measure = measures.get(id);
    try {
      List<InputProblem> wrong = new ArrayList<>();
      MeasureDraft draft = typed.draft(measure.problem(), wrong);
      if (!wrong.isEmpty()) {
        throw new InvalidInput(wrong);
      }
      measures.change(id, typed.seen(), draft);
      flash.addFlashAttribute("notice", "measure.done.changed");
      return "redirect:/atgarder/" + id;
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, typed, measure, sentences.of(invalid));
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      return show(model, typed, measure, sentences.of("rubrik", refused));
    }
  }

  private String show(
      Model model, MeasureForm typed, @Nullable Measure measure, List<FieldError> errors) {
    Problem problem = measure == null ? proposal.problem(typed) : proposal.problemOf(measure);
    model.addAttribute("typed", typed);
    model.addAttribute("measure", measure);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "hotspot", measure == null && problem == null ? proposal.hotspot(typed.hotspot()) : null);
    model.addAttribute("offers", offers.of(typed, problem));
    model.addAttribute("errors", errors);
    return "measure/form";
  }

  static LocalDate followUp(LocalDate doneBy) {
    return doneBy.plusWeeks(MeasureDraft.DEFAULT_WEEKS);
  }
}
