package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.reporting.Statement;
import se.samlad.reporting.WeekLinks;
import se.samlad.reporting.WeekStatements;

/** The link in a reminder: one unit, one week, one answer. Looking answers nothing, so a mail scanner may follow it; the buttons do. */
@Controller
@RequestMapping("/veckosvar/{kommun}/{lank}")
class WeekLinkPages {

  private final WeekLinks links;
  private final WeekStatements statements;

  WeekLinkPages(WeekLinks links, WeekStatements statements) {
    this.links = links;
    this.statements = statements;
  }

  /** What the page shows. {@code id} is the answer's own, so that pressing twice answers once. */
  record Page(UUID id, String address, WeekStatements.Asked asked) {

    public @Nullable Statement own() {
      return asked.answer().own().map(own -> own.kind()).orElse(null);
    }
  }

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping
  String ask(
      @PathVariable String kommun,
      @PathVariable String lank,
      HttpServletResponse response,
      Model model) {
    response.setHeader("X-Robots-Tag", "noindex");
    Optional<WeekStatements.Asked> asked = links.read(kommun, lank).flatMap(statements::look);
    if (asked.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return "reporting/week-link-over";
    }
    model.addAttribute(
        "page", new Page(UUID.randomUUID(), "/veckosvar/" + kommun + "/" + lank, asked.get()));
    return "reporting/week-link";
  }

  @PostMapping
  String answer(
      @PathVariable String kommun,
      @PathVariable String lank,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "NOTHING") Statement svar,
      HttpServletResponse response) {
    return links
        .read(kommun, lank)
        .filter(claim -> statements.look(claim).isPresent())
        .map(claim -> {
          statements.answer(claim, id, svar);
          return "redirect:/veckosvar/" + kommun + "/" + lank;
        })
        .orElseGet(() -> over(response));
  }

  @PostMapping("/angra")
  String undo(
      @PathVariable String kommun, @PathVariable String lank, HttpServletResponse response) {
    return links
        .read(kommun, lank)
        .filter(claim -> statements.look(claim).isPresent())
        .map(claim -> {
          statements.undo(claim);
          return "redirect:/veckosvar/" + kommun + "/" + lank;
        })
        .orElseGet(() -> over(response));
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "reporting/week-link-over";
  }
}
