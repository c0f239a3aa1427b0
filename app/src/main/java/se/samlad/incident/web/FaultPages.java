package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.intake.Forwarding;

/** Sends an incident on as a fault to the system that mends it, from the incident's own page. */
@Controller
@RequiresRole(Role.COORDINATOR)
class FaultPages {

  private static final String PATH = InboxModel.PATH + "/{incident:[0-9a-fA-F-]{36}}/felanmalan";

  private final FaultModel faults;
  private final Forwarding forwarding;
  private final IncidentPages pages;
  private final Told told;

  FaultPages(FaultModel faults, Forwarding forwarding, IncidentPages pages, Told told) {
    this.faults = faults;
    this.forwarding = forwarding;
    this.pages = pages;
    this.told = told;
  }

  @PostMapping(PATH)
  String forward(
      @PathVariable("incident") UUID incident,
      @RequestParam(defaultValue = "") String slag,
      @RequestParam(defaultValue = "") String beskrivning,
      @RequestParam(defaultValue = "") String last,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      forwarding.forward(faults.order(incident, slag, beskrivning, last.equals("ja")));
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      model.addAttribute("typed", new FaultModel.Typed(slag, beskrivning, isDoubtful(invalid)));
      model.addAttribute("errors", told.errors(invalid));
      return pages.shown(incident, model);
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      model.addAttribute("errors", List.of(new FieldError("h", told.refusal(refused))));
      return pages.shown(incident, model);
    }
    flash.addFlashAttribute("notice", "open311.forwarded");
    return "redirect:" + InboxModel.PATH + "/" + incident;
  }

  @PostMapping(PATH + "/{fel}/igen")
  String again(
      @PathVariable("incident") UUID incident,
      @PathVariable("fel") UUID fault,
      RedirectAttributes flash) {
    forwarding.again(incident, fault);
    flash.addFlashAttribute("notice", "open311.forwarded");
    return "redirect:" + InboxModel.PATH + "/" + incident;
  }

  private static boolean isDoubtful(InvalidInput invalid) {
    return invalid.problems().stream()
        .anyMatch(problem -> problem.messageKey().equals("open311.text.doubtful"));
  }
}
