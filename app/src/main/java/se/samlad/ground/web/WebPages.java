package se.samlad.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages without facts: help, about, accessibility, protection of data, settings and the phone's More. */
@Controller
class WebPages {

  private final PreferenceCookie preferences;

  WebPages(PreferenceCookie preferences) {
    this.preferences = preferences;
  }

  @GetMapping("/mer")
  String more() {
    return "web/more";
  }

  @GetMapping("/jag")
  String settings(HttpServletRequest request, Model model) {
    model.addAttribute("chosen", preferences.of(request));
    return "web/settings";
  }

  @PostMapping("/jag/val")
  String choose(
      @RequestParam(defaultValue = "auto") String sprak,
      @RequestParam(defaultValue = "auto") String utseende,
      @RequestParam(defaultValue = "nej") String kortkommandon,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Preferences chosen = Preferences.parse(sprak + "." + utseende + "." + kortkommandon);
    preferences.keep(chosen, request, response);
    flash.addFlashAttribute("notice", "web.settings.saved");
    return "redirect:/jag";
  }
}
