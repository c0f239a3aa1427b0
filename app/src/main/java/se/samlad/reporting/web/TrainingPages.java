package se.samlad.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Training;

/** {@code /rapportera/utbildning}: the course on one page, and its questions with an explanation to each answer. */
@Controller
@RequestMapping("/rapportera/utbildning")
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class TrainingPages {

  private static final List<String> OPTIONS = List.of("a", "b", "c");

  private final Training training;

  TrainingPages(Training training) {
    this.training = training;
  }

  /**
   * A question.
   *
   * @param chosen what was answered, or null
   * @param right null before anything was answered
   */
  record Question(
      int number,
      List<String> options,
      @Nullable String chosen,
      @Nullable Boolean right) {}

  /** What the page shows. */
  record Page(Training.Standing standing, List<Question> questions, boolean failed) {}

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping
  String show(Locale locale, Model model) {
    model.addAttribute(
        "page",
        new Page(
            training.standing(),
            numbers().mapToObj(i -> new Question(i, OPTIONS, null, null)).toList(),
            false));
    return view(locale);
  }

  @PostMapping
  String answer(
      @RequestParam Map<String, String> fields,
      Locale locale,
      Model model,
      RedirectAttributes flash) {
    List<String> chosen =
        numbers().mapToObj(i -> fields.getOrDefault("fraga" + i, "")).toList();
    Training.Result result =
        training.answer(chosen.stream().map(OPTIONS::indexOf).toList());
    if (result.passed()) {
      flash.addFlashAttribute("notice", "training.passed");
      return "redirect:/rapportera/utbildning";
    }
    model.addAttribute(
        "page",
        new Page(
            training.standing(),
            numbers()
                .mapToObj(i ->
                    new Question(i, OPTIONS, chosen.get(i - 1), result.right().get(i - 1)))
                .toList(),
            true));
    return view(locale);
  }

  private static IntStream numbers() {
    return IntStream.rangeClosed(1, Training.questions());
  }

  private static String view(Locale locale) {
    return locale.getLanguage().equals("en") ? "reporting/course-en" : "reporting/course-sv";
  }
}
