package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.ReportPhotos;

/** The brush the form loads with the first photo, and the administrator's choice of whether photos are taken at all. */
@Controller
class PhotoPages {

  static final String RULES = "/admin/foton";

  private final ReportPhotos photos;
  private final FormSentences sentences;

  PhotoPages(ReportPhotos photos, FormSentences sentences) {
    this.photos = photos;
    this.sentences = sentences;
  }

  @GetMapping("/rapportera/foto-del")
  @RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
  String brush(HttpServletResponse response) {
    if (!photos.rules().taken()) {
      throw new NotFound("photos");
    }
    response.setHeader(
        "Cache-Control", Objects.requireNonNull(CacheControl.noCache().getHeaderValue()));
    return "reporting/photo";
  }

  @GetMapping(RULES)
  @RequiresRole(Role.ADMINISTRATOR)
  String rules(Model model) {
    model.addAttribute("rules", photos.rules());
    model.addAttribute("days", ReportPhotos.DAYS.stream().sorted().toList());
    return "reporting/photo-rules";
  }

  @PostMapping(RULES)
  @RequiresRole(Role.ADMINISTRATOR)
  String decide(
      @RequestParam(defaultValue = "nej") String foton,
      @RequestParam(defaultValue = "") String dagar,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      int days = dagar.matches("[0-9]{1,4}") ? Integer.parseInt(dagar) : 0;
      photos.decide(new ReportPhotos.Rules("ja".equals(foton), days));
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      model.addAttribute("errors", sentences.of(invalid));
      return rules(model);
    }
    flash.addFlashAttribute("notice", "reporting.photo.rules.saved");
    return "redirect:" + RULES;
  }
}
