package se.samlad.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.desk.jdbc.FaultStore;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.NavItem;

/** Pages that explain: help and glossary, about, how data are protected, and the accessibility statement. A template a language. */
@Controller
class HandbookPages {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 1000;

  private final FaultStore faults;
  private final MessageSource messages;

  HandbookPages(FaultStore faults, MessageSource messages) {
    this.faults = faults;
    this.messages = messages;
  }

  /** The statement: what was typed, and whether there is a municipality to tell. */
  record Statement(String text, boolean canTell) {}

  @Bean
  static NavItem helpLink() {
    return NavItem.foot(10, "/hjalp", "desk.help.title");
  }

  @Bean
  static NavItem accessibilityLink() {
    return NavItem.foot(20, "/tillganglighet", "desk.accessibility.title");
  }

  @Bean
  static NavItem protectionLink() {
    return NavItem.foot(30, "/dataskydd-info", "desk.protection.title");
  }

  @Bean
  static NavItem aboutLink() {
    return NavItem.foot(40, "/om", "desk.about.title");
  }

  @GetMapping("/hjalp")
  String help(Locale locale) {
    return in(locale, "help");
  }

  @GetMapping("/om")
  String about(Locale locale) {
    return in(locale, "about");
  }

  @GetMapping("/dataskydd-info")
  String protection(Locale locale) {
    return in(locale, "protection");
  }

  @GetMapping("/tillganglighet")
  String statement(Locale locale, Model model) {
    return show("", List.of(), locale, model);
  }

  @PostMapping("/tillganglighet/brist")
  String tell(
      @RequestParam(defaultValue = "") String brist,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    if (SignedIn.find().isEmpty()) {
      throw new NotFound("municipality");
    }
    if (brist.strip().length() < SHORTEST || brist.length() > LONGEST || brist.indexOf('\0') >= 0) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String sentence = messages.getMessage("desk.accessibility.fault.length", null, locale);
      return show(brist, List.of(new FieldError("brist", sentence)), locale, model);
    }
    faults.add(brist.strip());
    flash.addFlashAttribute("notice", "desk.accessibility.sent");
    return "redirect:/tillganglighet";
  }

  @GetMapping("/tillganglighet/synpunkter")
  @RequiresRole(Role.ADMINISTRATOR)
  String faults(Model model) {
    model.addAttribute("faults", faults.newest());
    return "desk/faults";
  }

  private static String show(String text, List<FieldError> errors, Locale locale, Model model) {
    model.addAttribute("page", new Statement(text, SignedIn.find().isPresent()));
    model.addAttribute("errors", errors);
    return in(locale, "accessibility");
  }

  private static String in(Locale locale, String page) {
    return "desk/" + page + (locale.getLanguage().equals("en") ? "-en" : "-sv");
  }
}
