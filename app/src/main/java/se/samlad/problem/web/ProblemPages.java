package se.samlad.problem.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.problem.CauseGroup;
import se.samlad.problem.CauseSupport;
import se.samlad.problem.Causes;
import se.samlad.problem.ProblemCourse;
import se.samlad.problem.ProblemStatus;
import se.samlad.problem.Problems;

/** The problems of the reader's groups, and one of them with its incidents, causes, measures and history. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.LEADERSHIP})
class ProblemPages {

  private final Problems problems;
  private final ProblemCourse course;
  private final Causes causes;
  private final ProblemViews views;
  private final ProblemView view;
  private final Sentences sentences;

  ProblemPages(
      Problems problems,
      ProblemCourse course,
      Causes causes,
      ProblemViews views,
      ProblemView view,
      Sentences sentences) {
    this.problems = problems;
    this.course = course;
    this.causes = causes;
    this.views = views;
    this.view = view;
    this.sentences = sentences;
  }

  /** What was typed in one of the page's small forms. */
  record Said(
      @Nullable String version,
      @Nullable String lage,
      @Nullable String skal,
      @Nullable String lyft,
      @Nullable String lyftskal,
      @Nullable String grupp,
      @Nullable String bakom,
      @Nullable String orsak,
      @Nullable String stod) {

    static final Said NOTHING = new Said(null, null, null, null, null, null, null, null, null);

    @Nullable
    Integer seen() {
      String typed = ProblemForm.text(version);
      return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
  }

  @GetMapping("/problem")
  String list(
      @RequestParam(defaultValue = "CURRENT") String status,
      @RequestParam(defaultValue = "") String grupp,
      Model model) {
    model.addAttribute(
        "page",
        views.list(
            status.matches("[A-Z]{2,10}") ? status : "CURRENT",
            ProblemForm.id(grupp).isEmpty() ? "" : grupp));
    return "problem/list";
  }

  @GetMapping("/problem/nytt")
  String blank(@RequestParam(defaultValue = "") String grupp, Model model) {
    return form(model, ProblemForm.blank(views.today(), grupp), List.of());
  }

  @PostMapping("/problem/nytt")
  String open(
      @ModelAttribute("typed") ProblemForm typed,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    try {
      UUID id = problems.open(typed.problem()).value();
      flash.addFlashAttribute("notice", "problem.done.opened");
      return "redirect:/problem/" + id;
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(
          model,
          typed,
          sentences.of(invalid).stream()
              .map(error -> new FieldError(ProblemForm.field(error.field()), error.sentence()))
              .toList());
    }
  }

  @GetMapping("/problem/{id}")
  String one(@PathVariable("id") UUID id, Model model) {
    return show(model, id, Said.NOTHING, List.of());
  }

  @PostMapping("/problem/{id}/lage")
  String status(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(id, said, "skal", "problem.done.status", flash, response, model, () -> {
      ProblemStatus status = of(ProblemStatus.values(), said.lage())
          .orElseThrow(() -> new InvalidInput("lage", "problem.input.status"));
      course.changeStatus(id, said.seen(), status, ProblemForm.text(said.skal()));
    });
  }

  @PostMapping("/problem/{id}/lyft")
  String lift(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "lyftskal",
        "problem.done.lifted",
        flash,
        response,
        model,
        () -> course.lift(
            id,
            said.seen(),
            ProblemForm.id(said.lyft()).orElse(null),
            ProblemForm.text(said.lyftskal())));
  }

  @PostMapping("/problem/{id}/orsaker")
  String addCause(
      @PathVariable("id") UUID id,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    return act(
        id,
        said,
        "orsak",
        "problem.done.cause",
        flash,
        response,
        model,
        () -> causes.add(
            id,
            new Causes.Draft(
                of(CauseGroup.values(), said.grupp()).orElse(null),
                ProblemForm.id(said.bakom()).orElse(null),
                ProblemForm.text(said.orsak()),
                of(CauseSupport.values(), said.stod()).orElse(null))));
  }

  @PostMapping("/problem/{id}/orsaker/{cause}/bort")
  String removeCause(
      @PathVariable("id") UUID id, @PathVariable("cause") UUID cause, RedirectAttributes flash) {
    causes.remove(id, cause);
    flash.addFlashAttribute("notice", "problem.done.causeRemoved");
    return "redirect:/problem/" + id + "#orsaker";
  }

  @PostMapping("/problem/{id}/orsaker/{cause}/visning")
  String showCause(
      @PathVariable("id") UUID id, @PathVariable("cause") UUID cause, RedirectAttributes flash) {
    causes.show(id, cause);
    flash.addFlashAttribute("notice", "problem.done.shown");
    return "redirect:/problem/" + id + "#orsaker";
  }

  @PostMapping("/problem/{id}/historik/{event}/visning")
  String showReason(
      @PathVariable("id") UUID id, @PathVariable("event") UUID event, RedirectAttributes flash) {
    course.showReason(id, event);
    flash.addFlashAttribute("notice", "problem.done.shown");
    return "redirect:/problem/" + id;
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
    return "redirect:/problem/" + id;
  }

  private String show(Model model, UUID id, Said said, List<FieldError> errors) {
    model.addAttribute("page", view.of(id));
    model.addAttribute("said", said);
    model.addAttribute("errors", errors);
    return "problem/show";
  }

  private String form(Model model, ProblemForm typed, List<FieldError> errors) {
    model.addAttribute("typed", typed);
    model.addAttribute("offers", views.offers());
    model.addAttribute("errors", errors);
    return "problem/form";
  }

  private static <E extends Enum<E>> Optional<E> of(E[] values, @Nullable String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
