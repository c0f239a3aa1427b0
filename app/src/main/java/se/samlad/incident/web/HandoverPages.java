package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.reporting.TextHandovers;

/** {@code /handelser/textgranskning}: which organisations let the EST coordinator review their texts, and the own choice. */
@Controller
@RequestMapping("/handelser/textgranskning")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class HandoverPages {

  private final TextHandovers handovers;
  private final Organisations organisations;
  private final Told told;

  HandoverPages(TextHandovers handovers, Organisations organisations, Told told) {
    this.handovers = handovers;
    this.organisations = organisations;
    this.told = told;
  }

  /** An organisation and its choice; {@code since} and {@code reason} stand when the review is handed over. */
  record Line(
      UUID id,
      String name,
      boolean handedOver,
      @Nullable String since,
      @Nullable String reason,
      boolean mine) {}

  /** A choice that has ended. */
  record Past(String name, String from, String to) {}

  @GetMapping
  String show(Model model) {
    Actor actor = CurrentActor.get();
    List<TextHandovers.Handover> all = handovers.list();
    List<Organisation> known = organisations.list();
    model.addAttribute(
        "lines", known.stream().map(each -> line(each, all, actor)).toList());
    model.addAttribute(
        "past",
        all.stream().filter(handover -> !handover.stands()).map(this::past).toList());
    model.addAttribute(
        "crumbs",
        List.of(
            new Crumb(InboxModel.PATH, told.text("incident.nav")),
            new Crumb("", told.text("incident.handover.title"))));
    return "incident/handover";
  }

  @PostMapping("/{organisation}")
  String handOver(
      @PathVariable("organisation") UUID organisation,
      @RequestParam(defaultValue = "") String skal,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      handovers.handOver(organisation, skal);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      model.addAttribute("errors", told.errors(invalid));
      return show(model);
    } catch (Refused refused) {
      return refused(refused, model, response);
    }
    flash.addFlashAttribute("notice", "incident.handover.done");
    return "redirect:/handelser/textgranskning";
  }

  @PostMapping("/{organisation}/aterta")
  String revoke(
      @PathVariable("organisation") UUID organisation,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      handovers.revoke(organisation);
    } catch (Refused refused) {
      return refused(refused, model, response);
    }
    flash.addFlashAttribute("notice", "incident.handover.revoked");
    return "redirect:/handelser/textgranskning";
  }

  private String refused(Refused refused, Model model, HttpServletResponse response) {
    response.setStatus(Sentences.status(refused));
    model.addAttribute("errors", List.of(new FieldError("skal", told.refusal(refused))));
    return show(model);
  }

  private Line line(Organisation organisation, List<TextHandovers.Handover> all, Actor actor) {
    TextHandovers.Handover standing = all.stream()
        .filter(TextHandovers.Handover::stands)
        .filter(handover -> handover.organisation().equals(organisation.id()))
        .findFirst()
        .orElse(null);
    boolean mine = actor.coordinates(organisation.id());
    return new Line(
        organisation.id(),
        organisation.name(),
        standing != null,
        standing == null ? null : told.formats().date(standing.at()),
        standing == null ? null : standing.reason(),
        mine);
  }

  private Past past(TextHandovers.Handover handover) {
    java.time.Instant end = handover.revokedAt();
    return new Past(
        organisations.find(handover.organisation()).map(Organisation::name).orElse(""),
        told.formats().tableMoment(handover.at()),
        end == null ? "" : told.formats().tableMoment(end));
  }
}
