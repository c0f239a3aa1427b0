package se.samlad.ground.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.privacy.OwnNumbers;
import se.samlad.ground.privacy.OwnNumbers.OwnNumber;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.NavItem;

/** {@code /admin/nummer}: the municipality's own numbers that stay in texts (Swedish: egna nummer). */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/admin/nummer")
@RequiresRole({Role.ADMINISTRATOR, Role.DATA_PROTECTION})
class NumberPages {

  private final OwnNumbers numbers;
  private final MessageSource messages;

  NumberPages(OwnNumbers numbers, MessageSource messages) {
    this.numbers = numbers;
    this.messages = messages;
  }

  /** What was typed, kept when something has to be mended. */
  record Typed(String nummer, String etikett) {}

  record Page(List<Crumb> crumbs, List<OwnNumber> numbers, Typed typed) {}

  @Bean
  static NavItem numbersLink() {
    return NavItem.admin(
        70,
        "/admin/nummer",
        "privacy.numbers.title",
        "nyckel",
        Role.ADMINISTRATOR,
        Role.DATA_PROTECTION);
  }

  @GetMapping
  String list(Model model, Locale locale) {
    return show(model, locale, new Typed("", ""), List.of());
  }

  @PostMapping
  String add(
      @RequestParam(defaultValue = "") String nummer,
      @RequestParam(defaultValue = "") String etikett,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      numbers.add(nummer, etikett);
      flash.addFlashAttribute("notice", "privacy.numbers.added");
      return "redirect:/admin/nummer";
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return show(model, locale, new Typed(nummer, etikett), sentences(invalid, locale));
    } catch (Refused refused) {
      response.setStatus(refused.kind() == Refused.Kind.NOT_ALLOWED ? 403 : 409);
      String why = messages.getMessage(refused.messageKey(), refused.arguments().toArray(), locale);
      return show(
          model, locale, new Typed(nummer, etikett), List.of(new FieldError("nummer", why)));
    }
  }

  @PostMapping("/borttagning")
  String remove(@RequestParam String nummer, RedirectAttributes flash) {
    numbers.remove(nummer);
    flash.addFlashAttribute("notice", "privacy.numbers.removed");
    return "redirect:/admin/nummer";
  }

  private String show(Model model, Locale locale, Typed typed, List<FieldError> errors) {
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new Page(
            List.of(
                new Crumb("/admin", messages.getMessage("web.admin", null, locale)),
                new Crumb("", messages.getMessage("privacy.numbers.title", null, locale))),
            numbers.list(),
            typed));
    return "privacy/numbers";
  }

  private List<FieldError> sentences(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }
}
