package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.Invitations;
import se.samlad.ground.access.Invitations.Standing;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** The link in an invitation: looking uses nothing up, sending the form does. */
@Controller
class InvitationPages {

  private final Invitations invitations;
  private final Municipalities municipalities;
  private final MemberRights rights;
  private final Tenancy tenancy;
  private final Door door;
  private final FormErrors errors;
  private final MessageSource messages;

  InvitationPages(
      Invitations invitations,
      Municipalities municipalities,
      MemberRights rights,
      Tenancy tenancy,
      Door door,
      FormErrors errors,
      MessageSource messages) {
    this.invitations = invitations;
    this.municipalities = municipalities;
    this.rights = rights;
    this.tenancy = tenancy;
    this.door = door;
    this.errors = errors;
    this.messages = messages;
  }

  /** What the page shows. */
  record InvitationPage(String address, String municipality, String email, List<String> roles) {}

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/inbjudan/{kommun}/{hemlighet}")
  String look(
      @PathVariable String kommun,
      @PathVariable String hemlighet,
      HttpServletResponse response,
      Model model) {
    Optional<Standing> standing = invitations.find(kommun, hemlighet);
    if (standing.isEmpty()) {
      return over(response);
    }
    return show(kommun, hemlighet, standing.get(), model);
  }

  @PostMapping("/inbjudan/{kommun}/{hemlighet}")
  String accept(
      @PathVariable String kommun,
      @PathVariable String hemlighet,
      @RequestParam(defaultValue = "") String losenord,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<Standing> standing = invitations.find(kommun, hemlighet);
    if (standing.isEmpty()) {
      return over(response);
    }
    try {
      invitations.accept(standing.get(), losenord);
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", errors.of(invalid));
      return show(kommun, hemlighet, standing.get(), model);
    } catch (Refused usedMeanwhile) {
      return over(response);
    }
    door.open(
        request, standing.get().municipality(), standing.get().member(), Door.Way.PASSWORD_ALONE);
    boolean more = rights
        .find(standing.get().municipality(), standing.get().member())
        .filter(MemberRights.Rights::needsSecondFactor)
        .isPresent();
    return more ? "redirect:/jag/sakerhet" : "redirect:/";
  }

  private String show(String slug, String secret, Standing standing, Model model) {
    Locale locale = LocaleContextHolder.getLocale();
    List<String> roles = rights
        .find(standing.municipality(), standing.member())
        .map(held -> held.roles().stream()
            .sorted()
            .map(role -> messages.getMessage("access.role." + role, null, locale))
            .toList())
        .orElse(List.of());
    model.addAttribute(
        "page",
        new InvitationPage(
            "/inbjudan/" + slug + "/" + secret,
            tenancy
                .readAs(Actor.system(standing.municipality()), municipalities::get)
                .name(),
            standing.email(),
            roles));
    return "access/invitation";
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "access/invitation-over";
  }
}
