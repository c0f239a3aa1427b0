package se.samlad.measure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.measure.Dose;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.measure.Progress;

/** S13 and S14: the list, and one measure whose owner answers in less than a minute. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.REPORTER})
class MeasurePages {

  private final Measures measures;
  private final MeasureViews views;
  private final Sentences sentences;

  MeasurePages(Measures measures, MeasureViews views, Sentences sentences) {
    this.measures = measures;
    this.views = views;
    this.sentences = sentences;
  }

  /** What was typed in one of the page's small forms. */
  record Said(
      @Nullable String version,
      @Nullable String hur,
      @Nullable String gjort,
      @Nullable String tankt,
      @Nullable String enhet,
      @Nullable String anteckning,
      @Nullable String svar,
      @Nullable String godkann,
      @Nullable String skal,
      @Nullable String utfall,
      @Nullable String motivering,
      @Nullable String nasta) {

    static final Said NOTHING =
        new Said(null, null, null, null, null, null, null, null, null, null, null, null);

    @Nullable
    Integer seen() {
      return MeasureForm.number(new ArrayList<>(), "version", text(version), "");
    }

    static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }

    Optional<Dose> dose() {
      if (text(gjort).isBlank()) {
        return Optional.empty();
      }
      List<InputProblem> wrong = new ArrayList<>();
      Integer done = MeasureForm.number(wrong, "gjort", text(gjort), "measure.input.dose");
      Integer planned = MeasureForm.number(wrong, "gjort", text(tankt), "measure.input.dose");
      String unit = text(enhet).strip();
      if (done == null || planned == null || unit.length() > 40) {
        throw new InvalidInput("gjort", "measure.input.dose");
      }
      return Optional.of(new Dose(done, planned, unit));
    }
  }

  @GetMapping("/atgarder")
  String list(
      @RequestParam(defaultValue = "alla") String vad,
      @RequestParam(defaultValue = "OPEN") String status,
      @RequestParam(defaultValue = "") String grupp,
      @RequestParam(defaultValue = "1") int sida,
      Model model) {
    model.addAttribute(
        "page",
        views.list(
            vad.equals("mina") ? "mina" : "alla",
            status.matches("[A-Z_]{0,20}") ? status : "OPEN",
            MeasureForm.id(grupp) == null ? "" : grupp,
            Math.clamp(sida, 1, 100)));
    return "measure/list";
  }

  @GetMapping("/atgarder/{id}")
  String one(@PathVariable("id") UUID id, Model model) {
    return show(model, id, Said.NOTHING, List.of());
  }

  @PostMapping("/atgarder/{id}/atagande")
  String commit(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "svar",
        "measure.done.committed",
        flash,
        response,
        model,
        () -> measures.commit(
            id, said.seen(), said.godkann() == null ? null : Said.text(said.svar())));
  }

  @PostMapping("/atgarder/{id}/avbojan")
  String decline(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "skal",
        "measure.done.declined",
        flash,
        response,
        model,
        () -> measures.decline(id, said.seen(), Said.text(said.skal())));
  }

  @PostMapping("/atgarder/{id}/lage")
  String report(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(id, said, "hur", "measure.done.progress", flash, response, model, () -> {
      Progress progress = of(Progress.values(), said.hur(), "hur", "measure.input.progress");
      measures.report(
          id, said.seen(), progress, said.dose().orElse(null), Said.text(said.anteckning()));
    });
  }

  @PostMapping("/atgarder/{id}/svar")
  String approve(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "svar",
        "measure.done.approved",
        flash,
        response,
        model,
        () -> measures.approveText(id, said.seen(), Said.text(said.svar())));
  }

  @PostMapping("/atgarder/{id}/utvardering")
  String evaluate(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "utfall",
        "measure.done.evaluating",
        flash,
        response,
        model,
        () -> measures.evaluate(id, said.seen()));
  }

  @PostMapping("/atgarder/{id}/avslut")
  String conclude(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(id, said, "utfall", "measure.done.concluded", flash, response, model, () -> {
      Outcome outcome = of(Outcome.values(), said.utfall(), "utfall", "measure.input.outcome");
      measures.conclude(
          id,
          said.seen(),
          outcome,
          Said.text(said.motivering()),
          MeasureForm.day(Said.text(said.nasta())));
    });
  }

  @PostMapping("/atgarder/{id}/avbrott")
  String cancel(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "skal",
        "measure.done.cancelled",
        flash,
        response,
        model,
        () -> measures.cancel(id, said.seen(), Said.text(said.skal())));
  }

  @PostMapping("/atgarder/{id}/historik/{event}/visning")
  String showNote(
      @PathVariable("id") UUID id, @PathVariable("event") UUID event, RedirectAttributes flash) {
    measures.showNote(id, event);
    flash.addFlashAttribute("notice", "measure.done.shown");
    return "redirect:/atgarder/" + id;
  }

  @PostMapping("/atgarder/{id}/rubrik/visning")
  String showTitle(@PathVariable("id") UUID id, RedirectAttributes flash) {
    measures.showTitle(id);
    flash.addFlashAttribute("notice", "measure.done.title");
    return "redirect:/atgarder/" + id;
  }

  private String act(
      UUID id,
      Said said,
      String field,
      String notice,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model,
      Runnable verb) {
    List<FieldError> errors = sentences.attempt(response, field, verb);
    if (!errors.isEmpty()) {
      return show(model, id, said, errors);
    }
    flash.addFlashAttribute("notice", notice);
    return "redirect:/atgarder/" + id;
  }

  private String show(Model model, UUID id, Said said, List<FieldError> errors) {
    model.addAttribute("page", views.one(id));
    model.addAttribute("said", said);
    model.addAttribute("errors", errors);
    return "measure/show";
  }

  private static <E extends Enum<E>> E of(
      E[] values, @Nullable String name, String field, String key) {
    return java.util.Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(field, key));
  }
}
